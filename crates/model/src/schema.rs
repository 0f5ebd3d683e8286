use crate::Document;

/// The JSON schema of [`Document`], generated from its types.
pub fn document_json_schema() -> serde_json::Value {
    schemars::schema_for!(Document).to_value()
}

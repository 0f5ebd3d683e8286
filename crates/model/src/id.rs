use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! document_id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id with this running number; numbers start at 1.
            pub fn numbered(number: usize) -> Self {
                Self(format!(concat!($prefix, "{}"), number))
            }

            /// The id as it stands in the document.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

document_id!(
    /// Names an entity inside its document: `e1`, `e2`, …
    EntityId, "e"
);
document_id!(
    /// Names an event inside its document: `v1`, `v2`, …
    EventId, "v"
);
document_id!(
    /// Names a claim inside its document: `c1`, `c2`, …
    ClaimId, "c"
);

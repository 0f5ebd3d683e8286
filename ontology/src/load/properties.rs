use super::statements::Statements;
use super::vocabulary::NG;
use crate::OntologyError;

/// Every property of the vocabulary that a file uses must be declared: a misspelt `ng:patern` would
/// otherwise be lost in silence.
pub(crate) fn check_properties(statements: &Statements) -> Result<(), OntologyError> {
    for (subject, about) in statements.subjects() {
        for statement in about {
            let predicate = statement.predicate.as_str();
            if predicate.starts_with(NG) && !statements.knows(predicate) {
                let predicate = statements.short(subject, predicate);
                return Err(statements.invalid(
                    subject,
                    statement,
                    format!(
                        "{}: the vocabulary has no property {predicate}; mind the spelling, or declare it",
                        statements.short(subject, subject)
                    ),
                ));
            }
        }
    }
    Ok(())
}

//! Whether a text is English. Short texts get the benefit of the doubt: a headline of names looks like any
//! language.

use crate::ArticleError;
use whichlang::Lang;

/// As much of a text as tells its language.
const SAMPLE_CHARACTERS: usize = 2_000;

/// Below this many words in small letters a text in the Latin alphabet is not judged; names tell no language.
const FEWEST_WORDS: usize = 12;

/// Words that every English text is full of and that few other languages share.
const FUNCTION_WORDS: [&str; 26] = [
    "the", "of", "and", "to", "for", "that", "is", "was", "with", "by", "from", "has", "have",
    "are", "were", "his", "its", "will", "said", "after", "near", "people", "at", "who", "on",
    "into",
];

/// The least share of function words among the words in small letters of English prose; running text has a third.
const LEAST_SHARE: f64 = 0.08;

/// The ISO 639-1 code of the language that is read.
pub(crate) const ENGLISH: &str = "en";

/// Refuses a text that is surely not English.
pub(crate) fn require_english(text: &str) -> Result<(), ArticleError> {
    let end = text
        .char_indices()
        .nth(SAMPLE_CHARACTERS)
        .map_or(text.len(), |(byte, _)| byte);
    let sample = &text[..end];
    let detected = whichlang::detect_language(sample);
    if detected != Lang::Eng && !could_be_english(sample) {
        return Err(ArticleError::OtherLanguage {
            language: name(detected),
        });
    }
    Ok(())
}

fn could_be_english(sample: &str) -> bool {
    let (latin, other) = letters(sample);
    if other > latin {
        return false;
    }
    let mut words = 0_usize;
    let mut function_words = 0_usize;
    for word in sample
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.starts_with(char::is_lowercase))
    {
        words += 1;
        if FUNCTION_WORDS.contains(&word) {
            function_words += 1;
        }
    }
    words < FEWEST_WORDS || function_words as f64 >= LEAST_SHARE * words as f64
}

/// How many letters are of the Latin alphabet, and how many of others.
fn letters(sample: &str) -> (usize, usize) {
    const LAST_LATIN: char = '\u{24f}';
    let letters = sample.chars().filter(|c| c.is_alphabetic());
    letters.fold((0, 0), |(latin, other), letter| {
        if letter <= LAST_LATIN {
            (latin + 1, other)
        } else {
            (latin, other + 1)
        }
    })
}

fn name(language: Lang) -> &'static str {
    match language {
        Lang::Ara => "Arabic",
        Lang::Cmn => "Chinese",
        Lang::Deu => "German",
        Lang::Eng => "English",
        Lang::Fra => "French",
        Lang::Hin => "Hindi",
        Lang::Ita => "Italian",
        Lang::Jpn => "Japanese",
        Lang::Kor => "Korean",
        Lang::Nld => "Dutch",
        Lang::Por => "Portuguese",
        Lang::Rus => "Russian",
        Lang::Spa => "Spanish",
        Lang::Swe => "Swedish",
        Lang::Tur => "Turkish",
        Lang::Vie => "Vietnamese",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_of_names_pass() {
        for text in [
            "Macron, Scholz, Meloni",
            "Lula da Silva visita Lisboa",
            "Koizumi to meet Marcos in Manila",
            "A motorcycle bomb in La Esperanza, Valle del Cauca, Colombia, injures five police officers in a patrol car.",
        ] {
            assert_eq!(require_english(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn english_full_of_foreign_names_passes() {
        let text = "Łukasz Wójcik and Agnieszka Kowalczyk of the Prawo i Sprawiedliwość party met Nguyễn Thị Hạnh \
                    and Trần Văn Dũng in Đà Nẵng for talks, said Grażyna Wiśniewska.";
        assert_eq!(require_english(text), Ok(()));
    }

    #[test]
    fn other_languages_are_named() {
        for (text, language) in [
            (
                "Der Bundeskanzler hat am Mittwoch in Berlin den Premierminister empfangen und mit ihm über die Lage \
                 an der Grenze gesprochen.",
                "German",
            ),
            (
                "Le président de la République a reçu mercredi à Paris le premier ministre, avec qui il a parlé de la \
                 situation à la frontière.",
                "French",
            ),
            ("Президент встретился с министром", "Russian"),
        ] {
            assert_eq!(
                require_english(text),
                Err(ArticleError::OtherLanguage { language })
            );
        }
    }
}

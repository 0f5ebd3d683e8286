use super::{AnnotatedSentence, AnnotatedWord, Document};

/// A line that is no CoNLL-U.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct ConlluError {
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

/// Reads the documents of a CoNLL-U file. Empty nodes and enhanced dependencies are left out.
///
/// # Errors
/// At the first line that has not ten columns, names an unknown label, or has a head that is no word.
pub fn read_documents(text: &str) -> Result<Vec<Document>, ConlluError> {
    let mut reader = Reader::default();
    for (at, line) in text.lines().enumerate() {
        reader.line(line).map_err(|problem| ConlluError {
            line: at + 1,
            problem,
        })?;
    }
    reader.end_sentence().map_err(|problem| ConlluError {
        line: text.lines().count(),
        problem,
    })?;
    Ok(reader.documents)
}

#[derive(Default)]
struct Reader {
    documents: Vec<Document>,
    sentence: AnnotatedSentence,
    /// Last word of the open multiword token, and whether white space follows it.
    multiword_end: Option<(usize, bool)>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.trim().is_empty() {
            return self.end_sentence();
        }
        match line.strip_prefix('#') {
            Some(comment) => self.comment(comment.trim()),
            None => self.word_line(line)?,
        }
        Ok(())
    }

    fn comment(&mut self, comment: &str) {
        let (key, value) = comment
            .split_once('=')
            .map_or((comment, ""), |(key, value)| (key.trim(), value.trim()));
        match key {
            "newdoc id" | "newdoc" => {
                self.documents.push(Document {
                    id: value.to_owned(),
                    sentences: Vec::new(),
                });
                self.sentence.opens_paragraph = true;
            }
            "newpar" | "newpar id" => self.sentence.opens_paragraph = true,
            "sent_id" => self.sentence.id = value.to_owned(),
            _ => {}
        }
    }

    fn word_line(&mut self, line: &str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, _, misc] = columns[..] else {
            return Err(format!("a word has 10 columns, here are {}", columns.len()));
        };
        if id.contains('.') {
            return Ok(());
        }
        let space_after = !misc.split('|').any(|pair| pair == "SpaceAfter=No");
        if let Some((from, to)) = id.split_once('-') {
            return self.multiword(from, to, form, space_after);
        }
        let number = self.sentence.words.len() + 1;
        if id != number.to_string() {
            return Err(format!("word {number} is missing, here is {id:?}"));
        }
        let space_after = match self.multiword_end {
            Some((end, space_after)) if number == end => space_after,
            Some((end, _)) if number < end => false,
            _ => space_after,
        };
        let head: usize = head
            .parse()
            .map_err(|_| format!("the head {head:?} is no number"))?;
        self.sentence.words.push(AnnotatedWord {
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            upos: upos.parse().map_err(|error| format!("{error}"))?,
            xpos: xpos.parse().map_err(|error| format!("{error}"))?,
            head: head.checked_sub(1),
            deprel: deprel.parse().map_err(|error| format!("{error}"))?,
            misc: misc.to_owned(),
            space_after,
        });
        Ok(())
    }

    fn multiword(
        &mut self,
        from: &str,
        to: &str,
        form: &str,
        space_after: bool,
    ) -> Result<(), String> {
        let number = |text: &str| {
            text.parse::<usize>()
                .map_err(|_| format!("{text:?} is no word number"))
        };
        let (from, to) = (number(from)?, number(to)?);
        if from == 0 || to < from {
            return Err(format!("no words lie between {from} and {to}"));
        }
        self.sentence
            .multiword
            .push((from - 1..to, form.to_owned()));
        self.multiword_end = Some((to, space_after));
        Ok(())
    }

    fn end_sentence(&mut self) -> Result<(), String> {
        self.multiword_end = None;
        if self.sentence.words.is_empty() {
            return Ok(());
        }
        let sentence = std::mem::take(&mut self.sentence);
        let words = sentence.words.len();
        if sentence
            .words
            .iter()
            .any(|word| word.head.is_some_and(|head| head >= words))
        {
            return Err(format!(
                "sentence {:?} has a head beyond its last word",
                sentence.id
            ));
        }
        if self.documents.is_empty() {
            self.documents.push(Document::default());
        }
        if let Some(document) = self.documents.last_mut() {
            document.sentences.push(sentence);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_give_their_words_the_space() {
        let text = "# newdoc id = a\n# sent_id = a-1\n1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\
            1\tIt\tit\tPRON\tPRP\t_\t0\troot\t_\t_\n2\t's\tbe\tAUX\tVBZ\t_\t1\tcop\t_\t_\n\
            3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";
        let documents = read_documents(text).unwrap();
        let words = &documents[0].sentences[0].words;
        let spaces: Vec<bool> = words.iter().map(|word| word.space_after).collect();
        assert_eq!(spaces, [false, false, true]);
        assert_eq!(words[1].head, Some(0));
    }

    #[test]
    fn an_unknown_label_is_named_with_its_line() {
        let error = read_documents("1\tIt\tit\tPRON\tPRQ\t_\t0\troot\t_\t_\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 1: \"PRQ\" is not a Penn Treebank label"
        );
    }
}

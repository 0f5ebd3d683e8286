//! A small pretrained encoder with a head for each task, computed with 8-bit integers.
//!
//! Every sum of products is exact and every floating-point operation has one order, so that all machines
//! and all instruction sets give the same bits.

mod attention;
mod bilou;
mod float;
mod heads;
mod kernel;
mod linear;
mod names;
mod network;
mod numbers;
mod tree;
mod weights;
mod wordpiece;

use crate::{Deprel, ModelError, ModelFile, NameClass, Sentence, Token, Upos, Xpos};
use heads::{Annotation, NameScores, TaskHeads};
pub use kernel::Instructions;
use kernel::{Kernel, Work};
use network::{Encoder, MAX_ROWS, Rows};
use newsgraph_ontology::Gazetteer;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use weights::check_labels;
use wordpiece::{END, MAX_PIECES, SHAPES, START, Shape, Vocabulary};

/// Rows that are computed together; enough for the weights to be read but seldom, few enough for the
/// rows to stay in the cache.
const BATCH_ROWS: usize = 192;

/// What a row of the network stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A word piece; a word stands where its first piece stands, and a mark after the sentence.
    Piece,
    /// A word: the sum of its pieces.
    Word,
}

impl Unit {
    /// Kind of the model file.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Piece => "encoder",
            Self::Word => "word encoder",
        }
    }
}

/// A trained encoder, ready to use. It borrows the bytes of its file.
pub struct EncoderModel<'m> {
    unit: Unit,
    vocabulary: Vocabulary<'m>,
    encoder: Encoder<'m>,
    heads: TaskHeads<'m>,
    instructions: Instructions,
    /// Memory that no thread is using; as much as threads have used at a time.
    rooms: Mutex<Vec<Room>>,
}

impl std::fmt::Debug for EncoderModel<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EncoderModel")
            .field("pieces", &self.vocabulary.len())
            .field("instructions", &self.instructions)
            .finish_non_exhaustive()
    }
}

impl<'m> EncoderModel<'m> {
    /// Takes the bytes of a model file. Nothing is decoded but scales and tables; the fastest instructions of this
    /// machine are chosen.
    ///
    /// # Errors
    /// When the bytes are no model, are damaged, or hold another network than this program's.
    pub fn load(unit: Unit, bytes: &'m [u8]) -> Result<Self, ModelError> {
        let file = ModelFile::read(bytes, unit.kind())?;
        check_labels(
            &file,
            "upos",
            &Upos::ALL.iter().map(|l| l.as_str()).collect::<Vec<_>>(),
        )?;
        check_labels(
            &file,
            "xpos",
            &Xpos::ALL.iter().map(|l| l.as_str()).collect::<Vec<_>>(),
        )?;
        check_labels(
            &file,
            "deprel",
            &Deprel::ALL.iter().map(|l| l.as_str()).collect::<Vec<_>>(),
        )?;
        check_labels(
            &file,
            "classes",
            &NameClass::ALL
                .iter()
                .map(|l| l.as_str())
                .collect::<Vec<_>>(),
        )?;
        check_labels(&file, "shapes", &SHAPES)?;
        let vocabulary = std::str::from_utf8(file.borrowed_section("vocabulary")?)
            .ok()
            .and_then(Vocabulary::new)
            .ok_or_else(|| ModelError::Content("its vocabulary is no list of pieces".to_owned()))?;
        Ok(Self {
            unit,
            encoder: Encoder::read(&file, vocabulary.len())?,
            heads: TaskHeads::read(&file)?,
            vocabulary,
            instructions: Instructions::available()[0],
            rooms: Mutex::default(),
        })
    }

    /// The same model with other instructions: the results are the same, only the speed differs. Those that the
    /// machine lacks are replaced by portable code.
    pub fn with_instructions(mut self, instructions: Instructions) -> Self {
        self.instructions = instructions;
        self
    }

    /// Fills in tags, heads, relations and names of sentences that have their tokens; lemmas are left alone. The
    /// sentences are those of one document, which should agree on its names.
    pub fn annotate(&self, sentences: &mut [Sentence], gazetteer: &Gazetteer) {
        let rooms = || self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let mut room = rooms().pop().unwrap_or_default();
        let mut batch = Batch::default();
        let mut done = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            for tokens in self.segments(sentence) {
                if batch.rows.len() >= BATCH_ROWS {
                    done.extend(self.run(&mut batch, &mut room));
                }
                batch.add(self, sentence, index, tokens);
            }
        }
        done.extend(self.run(&mut batch, &mut room));
        rooms().push(room);
        let mut name_scores: Vec<Vec<NameScores>> = vec![Vec::new(); sentences.len()];
        for (segment, annotation) in done {
            name_scores[segment.sentence].extend(&annotation.names);
            segment.apply(annotation, &mut sentences[segment.sentence]);
        }
        let names = names::find(sentences, &mut name_scores, gazetteer);
        for (sentence, names) in sentences.iter_mut().zip(names) {
            sentence.names = names;
        }
    }

    /// The parts of a sentence that fit into the encoder, nearly always the whole.
    fn segments(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let words = sentence.tokens.len();
        let most = match self.unit {
            Unit::Piece => MAX_PIECES,
            Unit::Word => 1,
        };
        if words * most + 2 <= MAX_ROWS {
            return std::iter::once(0..words).collect();
        }
        let (mut segments, mut start, mut rows, mut pieces) = (Vec::new(), 0, 2, Vec::new());
        for (word, token) in sentence.tokens.iter().enumerate() {
            pieces.clear();
            self.vocabulary.split(&token.text, &mut pieces);
            let needed = pieces.len().min(most);
            if rows + needed > MAX_ROWS {
                segments.push(start..word);
                (start, rows) = (word, 2);
            }
            rows += needed;
        }
        segments.push(start..words);
        segments
    }

    fn run(&self, batch: &mut Batch, room: &mut Room) -> Vec<(Segment, Annotation)> {
        let mut found = Vec::new();
        if !batch.segments.is_empty() {
            let forward = Forward {
                model: self,
                batch,
                room,
                found: &mut found,
            };
            kernel::run_with(self.instructions, forward);
        }
        let segments = std::mem::take(&mut batch.segments);
        *batch = Batch::default();
        segments.into_iter().zip(found).collect()
    }
}

/// Part of a sentence.
struct Segment {
    sentence: usize,
    tokens: Range<usize>,
}

impl Segment {
    /// Writes what was found. The parts of a sentence that is too long for the encoder hang on its first root.
    fn apply(&self, found: Annotation, sentence: &mut Sentence) {
        let offset = self.tokens.start;
        let first_root = sentence.tokens[..offset]
            .iter()
            .position(|t| t.head.is_none());
        let tokens = &mut sentence.tokens[self.tokens.clone()];
        for (word, token) in tokens.iter_mut().enumerate() {
            let Token {
                upos,
                xpos,
                head,
                deprel,
                ..
            } = token;
            (*upos, *xpos) = (found.upos[word], found.xpos[word]);
            (*head, *deprel) = match (found.heads[word], first_root) {
                (Some(head), _) => (Some(head + offset), found.deprels[word]),
                (None, Some(root)) => (Some(root), Deprel::Parataxis),
                (None, None) => (None, Deprel::Root),
            };
        }
    }
}

/// Sentences that are computed together.
#[derive(Default)]
struct Batch {
    segments: Vec<Segment>,
    rows: Rows,
    /// The rows that stand for the root and for each word, and which of them are whose.
    word_rows: Vec<usize>,
    words: Vec<Range<usize>>,
    scratch: Vec<u32>,
}

impl Batch {
    fn add(
        &mut self,
        model: &EncoderModel,
        sentence: &Sentence,
        index: usize,
        tokens: Range<usize>,
    ) {
        let (first_row, first_word) = (self.rows.len(), self.word_rows.len());
        self.word_rows.push(first_row);
        self.rows.push(&[START], Shape::None as u8);
        for token in &sentence.tokens[tokens.clone()] {
            let shape = Shape::of(&token.text) as u8;
            self.scratch.clear();
            model.vocabulary.split(&token.text, &mut self.scratch);
            self.word_rows.push(self.rows.len());
            match model.unit {
                Unit::Piece => {
                    for piece in self.scratch.chunks(1) {
                        self.rows.push(piece, shape);
                    }
                }
                Unit::Word => self.rows.push(&self.scratch, shape),
            }
        }
        if model.unit == Unit::Piece {
            self.rows.push(&[END], Shape::None as u8);
        }
        self.rows.sentences.push(first_row..self.rows.len());
        self.words.push(first_word..self.word_rows.len());
        self.segments.push(Segment {
            sentence: index,
            tokens,
        });
    }
}

/// Memory that is kept between batches.
#[derive(Default)]
struct Room {
    encoder: network::Room,
    heads: heads::Room,
}

/// One pass through the network.
struct Forward<'a, 'm> {
    model: &'a EncoderModel<'m>,
    batch: &'a Batch,
    room: &'a mut Room,
    found: &'a mut Vec<Annotation>,
}

impl Work for Forward<'_, '_> {
    #[inline(always)]
    fn run<K: Kernel>(self) {
        let Room { encoder, heads } = self.room;
        self.model.encoder.run::<K>(&self.batch.rows, encoder);
        *self.found = self.model.heads.run::<K>(
            &encoder.state,
            &self.batch.word_rows,
            &self.batch.words,
            heads,
        );
    }
}

#[cfg(test)]
mod tests;

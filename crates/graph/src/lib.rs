//! Many documents to one knowledge graph, its drawings and its questions.

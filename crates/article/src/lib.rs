//! Input files to articles with their regions and metadata.

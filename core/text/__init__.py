"""Tools for any text: spans, words and sentences, quotation marks, spellings, and search."""

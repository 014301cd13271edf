"""Text alone, whatever it says: spans, words and sentences, quotation marks, spellings, and finding words again."""

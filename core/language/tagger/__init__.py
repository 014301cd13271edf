"""Parts of speech in the tagset of the language, by a linear head on the encoder's vectors."""

"""Who says what, word by word: cues, and what each has as source, message and addressee, by heads on the encoder."""

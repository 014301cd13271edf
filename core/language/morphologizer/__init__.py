"""Universal parts of speech and inflection, by linear heads on the encoder's vectors."""

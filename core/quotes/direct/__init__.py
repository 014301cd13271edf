"""Words in quotation marks: whether they are speech, whose they are, and what belongs together."""

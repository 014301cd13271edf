"""Speech without quotation marks: clauses of what was said, sources, nouns, sentences that go on, reported acts."""

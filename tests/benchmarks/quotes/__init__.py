"""How well the quote finder does on an annotated corpus, and why it fails where it does."""

"""The shared encoder: one vector in context for every token, for all heads to read."""

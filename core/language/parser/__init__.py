"""Dependencies: a biaffine scorer on the encoder's vectors, and the best tree over its scores."""

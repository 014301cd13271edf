"""Named entities: a linear head on the encoder's vectors, decoded in BIO."""

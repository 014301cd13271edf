"""Lemmas: a table of known words, and edits chosen by a linear head on the encoder's vectors."""

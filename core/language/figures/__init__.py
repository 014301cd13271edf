"""Dates and quantities: what a text says in figures, found by patterns over it."""

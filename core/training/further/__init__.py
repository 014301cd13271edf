"""German trained further: the upper layers and heads of the shipped pipeline, on more annotated names."""

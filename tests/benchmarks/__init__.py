"""Measurements, each a command of its own that prints ratios within one run."""

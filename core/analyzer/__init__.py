"""Analyse an article: the only package that runs the language pipeline, quote detection and actor resolution."""

"""Formats that articles, analyses and annotations are written in and read from."""

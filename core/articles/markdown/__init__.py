"""Markdown: front matter, what clipping programs write, and the blocks of the text."""

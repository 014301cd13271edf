"""Formats of annotation tools and of language technology, each found through its entry point like a plug-in."""

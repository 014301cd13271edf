"""What is seen: the reader, its widgets, keys, themes and command line."""

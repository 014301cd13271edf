"""What the reader asks of the world outside: the library, drafts, the clipboard, files, a browser."""

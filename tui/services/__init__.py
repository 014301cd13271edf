"""The reader's access to the outside world: the library, drafts, the clipboard, files, a browser."""

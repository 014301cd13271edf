"""Where a text says that something is said: verbs, the words around quotation marks, and verbs that no table lists."""

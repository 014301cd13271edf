"""Where a text says that something is said: verbs, what stands around quotation marks, verbs no table lists."""

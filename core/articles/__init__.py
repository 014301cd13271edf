"""Articles: texts, what each stretch of them is, and the sources they are read from."""

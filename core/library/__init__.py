"""What is kept: articles, annotations and analyses, on TinyDB."""

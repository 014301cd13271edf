"""What Lesart reads and knows: articles, their language, the analysis, annotations and the library. No terminal."""

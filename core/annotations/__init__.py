"""What a reader adds to an article, and how it finds its place again."""

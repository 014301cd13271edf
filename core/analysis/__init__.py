"""What is known of an article: mentions, actors and quotes."""

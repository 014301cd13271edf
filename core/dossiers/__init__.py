"""What is known of one or two people over all articles: as a chronicle, as a plot of time, and as files."""

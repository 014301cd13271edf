"""The words that the rules go by: tables of each language, inflection, and what is known of the world."""

"""From an article to its analysis: the one room that runs the language pipeline, the quotes and the actors in turn."""

"""The spaCy side: pipelines, their components and the lexicon."""

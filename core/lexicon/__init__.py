"""The words that the rules use: tables for each language, inflection, and knowledge of the world."""

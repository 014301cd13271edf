"""The sheets for making corrections: what to correct, and the new actor, name or kind."""

"""Whom descriptions, pronouns and the phrases of speakers refer to."""

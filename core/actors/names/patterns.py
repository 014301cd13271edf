"""Patterns of what stands right before or behind a name in German, for rules that decide what the name is."""

import re

AGE_BEHIND = re.compile(r"\s?\(\d{1,3}\)")
"""An age in brackets: "Ada Lind (58)"."""
TITLE_BEFORE = re.compile(r"\b(?:Herrn?|Frau|Dr\.|Prof\.)\s$")
NOUN_BEFORE = re.compile(r"(?<!\w)([A-ZÄÖÜ][\w-]+)\s$")
"""A word with a capital, as its one group."""

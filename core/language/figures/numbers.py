"""German numbers as patterns: in figures, in words, with magnitudes, and what makes them vague."""

from core.text.tables import either

_PARTS = either("number_part")
_HALF = rf"(?:{either('one_half')}) halbe[nmrs]?"

GROUPED = r"\d{1,3}(?:[.\u202f\u00a0 ]\d{3})+(?:,\d+)?"
"""A figure of more than three digits, separated into groups: "15.000"."""
FIGURE = rf"(?:{GROUPED}|\d+:\d\d(?:,\d+)?|\d+(?:,\d+)?)"
WORD = rf"(?:{_HALF}|(?:{_PARTS}){{1,13}}|ein(?:em|er|en|es|e))"
"""A number in small letters, as a chain of a few parts of such words; "ein" may be an article."""
MAGNITUDE = rf"(?:{either('magnitude')})"
PLAIN = rf"(?:(?:minus |plus |[-−+])?{FIGURE}|(?:minus |plus )?(?i:{WORD}))"
"""A number in figures or words: "1,5", "zwölf", "minus 3"."""
LARGE = rf"(?:{PLAIN}[ \u00a0]{MAGNITUDE}(?!\w)|(?i:(?:{_PARTS}){{0,6}}tausend(?:{_PARTS}){{0,6}}))"
"""A number with its magnitude, or written as thousands: "1,5 Millionen", "zehntausend"."""
NUMBER = rf"(?:{PLAIN}(?:[ \u00a0]{MAGNITUDE}(?!\w))?)"
"""Any number, with its magnitude if it has one."""
TO = r"(?:[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:bis|oder)[ \u00a0](?:zu[ \u00a0])?)"
"""What comes between the two ends of a range."""
RANGE = rf"{NUMBER}(?:{TO}{NUMBER})?"
VAGUE = rf"(?i:{either('vague_number')})"
"""Words before a number that leave it open, and belong to it."""
STARTS = rf"(?=[\d+−-]|(?i:{either('number_begins')}))"
"""What a number or a word that makes one vague begins with: looked at first, for most words begin otherwise."""

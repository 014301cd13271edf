"""German numbers as patterns: in figures, in words, with magnitudes, and what makes them vague."""

_ONES = "(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun)"
_TEENS = "(?:zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn)"
_TENS = f"(?:(?:(?:ein|{_ONES})und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig))"
_SMALL = f"(?:{_TENS}|{_TEENS}|{_ONES}|eins?)"
_HUNDREDS = f"(?:(?:{_TEENS}|{_ONES}|ein)?hundert(?:und)?{_SMALL}?)"
_THOUSANDS = f"(?:(?:{_HUNDREDS}|{_SMALL})?tausend(?:und)?(?:{_HUNDREDS}|{_SMALL})?)"

GROUPED = r"\d{1,3}(?:[.\u202f\u00a0 ]\d{3})+(?:,\d+)?"
"""A figure of more than three digits, parted in groups: "15.000"."""
FIGURE = rf"(?:{GROUPED}|\d+:\d\d(?:,\d+)?|\d+(?:,\d+)?)"
HALVES = f"(?:anderthalb|(?:ein|{_ONES})(?:und|ein)?halb|(?:ein|einem|einer|einen|eines|eine) halbe[nrms]?)"
WORD = f"(?:{HALVES}|{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_TEENS}|{_ONES}|ein(?:em|er|en|es|e)?)"
"""A number in small letters; put in words, "ein" may be an article."""
MAGNITUDE = r"(?:Million(?:en)?|Mio\.?|Milliarden?|Mrd\.?|Billion(?:en)?|[Tt]ausend|Hundert|hundert)"
PLAIN = rf"(?:(?:minus |plus |[-−+])?{FIGURE}|(?:minus |plus )?(?i:{WORD}))"
"""A number in figures or words: "1,5", "zwölf", "minus 3"."""
LARGE = rf"(?:{PLAIN}[ \u00a0]{MAGNITUDE}(?!\w)|(?i:{_THOUSANDS}))"
"""A number with its magnitude, or written as thousands: "1,5 Millionen", "zehntausend"."""
NUMBER = rf"(?:{LARGE}|{PLAIN})"
TO = r"(?:[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:bis|oder)[ \u00a0](?:zu[ \u00a0])?)"
"""What stands between two ends of a range."""
RANGE = rf"{NUMBER}(?:{TO}{NUMBER})?"
VAGUE = (
    r"(?i:rund|etwa|circa|zirka|ca\.|knapp|gut|fast|ungefähr|mindestens|wenigstens|höchstens|maximal|nahezu|annähernd"
    r"|beinahe|mehr als|weniger als|bis zu|nicht einmal|um die|an die)"
)
"""Words before a number that leave it open, and belong to it."""
STARTS = (
    r"(?=[\d+−-]|(?i:rund|etwa|[cz]ir|ca|kna|gut|fast|unge|minde|wenig|höch|maxi|nahe|annä|bei|mehr|bis|nicht|um d|an d"
    r"|ein|zw[eaö]|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|hundert|tausend|ander|minus|plus|über|einige|viele))"
)
"""What a number or a word that makes one vague begins with: looked at first, for most words begin otherwise."""

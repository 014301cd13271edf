"""Numbers up to ninety-nine as English words or figures."""

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
IN_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[:9])}))?|{'|'.join(TEENS + SMALL)})"
NUMBER = rf"(\d{{1,3}}|{IN_WORDS})"
"""A pattern with one group, which `number_of` reads."""


def number_of(written: str) -> int:
    """A number in figures or words: "sixty-two" is 62."""
    if written.isdigit():
        return int(written)
    tens, _, ones = written.lower().partition("-")
    if tens in TENS:
        return (TENS.index(tens) + 2) * 10 + (SMALL.index(ones) + 1 if ones else 0)
    return (SMALL + TEENS).index(tens) + 1

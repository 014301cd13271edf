"""What an article and the ending of a noun tell of gender and number."""

from core.text.tables import listed


def owner_of(article: str) -> str | None:
    """ "m", "f" or "" for a possessive (his, hers, mine or ours); None for an article."""
    if article.startswith(("mein", "unser")):
        return ""
    if article.startswith(("sein", "dessen")):
        return "m"
    return "f" if article.startswith(("ihr", "deren")) else None


def ending_of(article: str) -> str:
    """The ending that shows case and gender: of "der" and "seiner" both "er", none for "sein"."""
    for stem in listed("declined_stem"):
        if article.startswith(stem):
            ending = article[len(stem) :]
            return {"ie": "e", "as": "es"}.get(ending, ending) if stem == "d" else ending
    return article


def fits(article: str, gender: str | None) -> bool:
    """Whether an article can stand before a noun of that gender in the singular ("p": before a plural)."""
    if article in ("dessen", "deren"):
        return gender != "p"
    ending = ending_of(article)
    allowed = {
        "m": ("er", "en", "em", "es", ""),
        "f": ("e", "er"),
        "n": ("es", "em", ""),
        "p": ("e", "en", "er"),
    }
    if gender == "m" and ending == "es" and article == "das":
        return False
    if gender == "m" and ending == "er" and article not in listed("strong_masculine"):
        return False
    return gender is None or ending in allowed[gender]


def gender_by_ending(article: str, noun: str) -> str | None:
    """Gender of a noun that declines like an adjective, or by itself shows none ("Kapitän"), by article and ending."""
    ending = ending_of(article)
    if noun.endswith("en"):
        return {"en": "m", "em": "m", "es": "m", "er": "f"}.get(ending)
    if noun.endswith("r"):
        return "m" if ending in ("", "er") else None
    if noun.endswith("e"):
        return {"er": "m" if article in listed("strong_masculine") else "f", "e": "f"}.get(ending)
    return "f" if ending == "e" else "m" if article in ("der", "dieser", "dem", "den", "des") else None


def is_plural(article: str, noun: str, base: str, gender: str | None) -> bool:
    """Whether the form of a noun and its article are a plural's: "den Ministern", "der Räte"."""
    if gender == "m" and article == "den" and noun.endswith("ern") and base.endswith("er"):
        return True
    return gender is None and ending_of(article) == "e" and noun.endswith("n")

"""What went wrong with a feed, in words."""

from collections.abc import Sequence

from core.feeds.retelling import retold
from core.library.feed_store import Failure, Feed
from core.translation import _, language


def trouble_of(feed: Feed) -> str:
    """What went wrong when a feed was fetched last, and is to be tried again; empty if all is well."""
    whole = _told(feed.trouble, feed.language) if feed.trouble else ""
    return " ".join(filter(None, (whole, in_one_sentence(feed.failed))))


def in_one_sentence(failures: Sequence[Failure]) -> str:
    """Why some entries could not be read; empty for none of them."""
    told = [_told(each.trouble, each.language) for each in failures]
    if len(told) < 2:
        return "".join(told)
    if len(set(told)) == 1:
        return _("{trouble} ({number} such articles)").format(trouble=told[0], number=len(told))
    words = _("{number} articles could not be read, the first of them because: {trouble}")
    return words.format(number=len(told), trouble=told[0])


def one_by_one(failures: Sequence[Failure]) -> list[str]:
    """The title of each entry that could not be read, and why."""
    words = _("“{title}”: {trouble}")
    return [words.format(title=each.title, trouble=_told(each.trouble, each.language)) for each in failures]


def _told(sentence: str, spoken: str) -> str:
    """A sentence as it was kept, or in the language that the reader has now."""
    if spoken in ("", language()):
        return sentence
    unknown = _("Something could not be fetched; fetch the feed again to see what.")
    return retold(sentence, spoken) or unknown

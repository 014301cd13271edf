"""Sentences kept in one language and told in another."""

from collections.abc import Iterator

import pytest

from core.feeds.retelling import retold
from core.translation import LANGUAGES, _, use_language


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    use_language("en")


def within() -> str:
    why = _("Cannot fetch {address}: {error}; check the address.")
    return why.format(address="https://x:y", error=_("it names no host"))


def told(sentence: str) -> str:
    return _("{trouble} ({number} such articles)").format(trouble=sentence, number=3)


@pytest.mark.parametrize("make", [within, lambda: told(within()), lambda: _("standard input")])
@pytest.mark.parametrize(("kept", "shown"), [LANGUAGES, LANGUAGES[::-1]])
def test_what_a_sentence_was_made_of_is_told_too(make, kept, shown):
    use_language(kept)
    sentence = make()
    use_language(shown)
    assert retold(sentence, kept) == make() != sentence


def test_what_no_message_is_like_is_not_told():
    use_language("de")
    assert retold("Nobody wrote this sentence.", "en") == ""

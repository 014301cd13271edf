"""A feed that is read where an article was expected says how it is followed, in every language."""

import pytest

from core.articles.feed_signs import FeedError, address_in, feed_to_follow
from core.translation import use_language

RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Watt</title>'
    "<link>https://watt.example/</link>{own}<item><link>https://watt.example/1</link></item></channel></rss>"
)
OWN = '<atom:link rel="self" href="https://watt.example/alles.xml?a=1&amp;b=2"/>'


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (RSS.format(own=OWN), "https://watt.example/alles.xml?a=1&b=2"),
        (RSS.format(own=""), ""),
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://watt.example/"/>'
            "<link href='https://watt.example/atom' rel='self'/></feed>",
            "https://watt.example/atom",
        ),
        ('<feed><link href="https://watt.example/"/></feed>', ""),
        ('<feed><entry><link rel="self" href="https://watt.example/1"/></entry></feed>', ""),
        ('{"version": "https://jsonfeed.org/version/1", "home_page_url": "https://watt.example/"}', ""),
        (
            '{"version": "https://jsonfeed.org/version/1.1", "feed_url": "https://watt.example/f.json"}',
            "https://watt.example/f.json",
        ),
        ('<rss><channel><link>seite.html</link><link rel="self" href="feed.xml"/></channel></rss>', ""),
    ],
)
def test_a_feed_says_where_it_comes_from(text, address):
    assert address_in(text.encode()) == address


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_address_to_follow_stands_in_the_sentence(language):
    use_language(language)
    saved = FeedError(RSS.format(own=OWN).encode(), "alt/feed.xml")
    assert str(saved).startswith("alt/feed.xml ")
    assert feed_to_follow(saved) == "https://watt.example/alles.xml?a=1&b=2"
    assert feed_to_follow(FeedError(b"<rss></rss>", "https://watt.example/f")) == "https://watt.example/f"
    unknown = FeedError(b"<rss></rss>", "feed.xml")
    assert "lesart feed add" in str(unknown)
    assert feed_to_follow(unknown) == ""

"""Lesart from Python."""

import core
from core.articles.serialise import article_from_dict

TEXT = "Streit um den Kran\n\n„Der Hafen bleibt offen“, sagte Ministerin Ada Lind (58) am Montag in Kiel.\r\nSie geht."


def test_a_text_is_read_with_its_speakers() -> None:
    read = core.analyze(TEXT, source="letter")
    (quote,) = read.analysis.quotes
    assert read.words(quote) == "„Der Hafen bleibt offen“"
    speaker = read.speaker(quote)
    assert speaker is not None
    assert (speaker.name, speaker.age) == ("Ada Lind", 58)
    assert read.article.title == "Streit um den Kran"
    assert "\r" not in read.article.text


def test_it_gives_what_the_command_writes() -> None:
    read = core.analyze(TEXT, language="de", title="Anders", source="letter")
    data = read.to_dict()
    assert article_from_dict(data) == read.article
    assert (data["source"], data["title"], data["language"]) == ("letter", "Anders", "de")

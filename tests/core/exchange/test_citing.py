from core.articles import Article, Publication
from core.exchange.citing import cite


def article(title: str, source: str, publication: Publication | None = None) -> Article:
    return Article(source, "", (), "de", title, publication)


def test_a_passage_names_its_title_and_its_file() -> None:
    assert cite("Der Hafen\nschweigt.", article("Machtkampf", "/home/lea/hafen.txt")) == (
        "„Der Hafen schweigt.“\n— in: Machtkampf, hafen.txt"
    )


def test_a_quote_names_its_speaker_and_keeps_its_own_marks() -> None:
    assert cite("„Ich gehe“", article("Machtkampf", "https://kap.example/a/b"), "Ada Lind") == (
        "„Ich gehe“\n— Ada Lind, in: Machtkampf, https://kap.example/a/b"
    )


def test_paragraphs_stay_apart_and_standard_input_has_no_name() -> None:
    assert cite("Eins.\n\nZwei.\n", article("", "-"), "Lind") == "„Eins.\n\nZwei.“\n— Lind"


def test_nothing_of_the_article_can_steer_a_terminal_it_is_pasted_into() -> None:
    cited = cite("a\x1b[2Jb", article("t\x07", "x\x1b.txt", Publication((), "", "s\x9b")))
    assert "\x1b" not in cited
    assert "\x07" not in cited
    assert "\x9b" not in cited


def test_what_was_published_is_cited_with_its_place_and_day_even_from_a_saved_page() -> None:
    about = Publication(("Jette Claasen",), "2026-03-14", "Küstenbote", "https://kb.example/a")
    assert cite("Nein.", article("Fährstreit", "/tmp/saved.html", about)) == (
        "„Nein.“\n— in: Jette Claasen: Fährstreit, Küstenbote, 2026-03-14, https://kb.example/a"
    )


def test_a_page_names_the_day_it_was_read_and_a_file_does_not() -> None:
    moment = "2026-03-15T08:00:00+00:00"
    page = cite("Nein.", article("Fährstreit", "https://kb.example/a"), "", moment)
    assert page == "„Nein.“\n— in: Fährstreit, https://kb.example/a, retrieved 2026-03-15"
    assert "retrieved" not in cite("Nein.", article("Fährstreit", "kai.txt"), "", moment)

from core.exchange.citing import cite


def test_a_passage_names_its_title_and_its_file() -> None:
    assert cite("Der Hafen\nschweigt.", "Machtkampf", "/home/lea/hafen.txt") == (
        "„Der Hafen schweigt.“\n— in: Machtkampf, hafen.txt"
    )


def test_a_quote_names_its_speaker_and_keeps_its_own_marks() -> None:
    assert cite("„Ich gehe“", "Machtkampf", "https://kap.example/a/b", "Ada Lind") == (
        "„Ich gehe“\n— Ada Lind, in: Machtkampf, https://kap.example/a/b"
    )


def test_paragraphs_stay_apart_and_standard_input_has_no_name() -> None:
    assert cite("Eins.\n\nZwei.\n", "", "-", "Lind") == "„Eins.\n\nZwei.“\n— Lind"


def test_nothing_of_the_article_can_steer_a_terminal_it_is_pasted_into() -> None:
    cited = cite("a\x1b[2Jb", "t\x07", "x\x1b.txt")
    assert "\x1b" not in cited
    assert "\x07" not in cited

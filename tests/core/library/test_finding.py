"""Searching texts, statements, tags and notes: spellings, compounds, phrases, filters, rank and places."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.annotations import Annotation
from core.articles import Publication
from core.articles.texts import plain_article
from core.library.index import searching
from core.library.index.days import day_of
from core.library.index.query import Query, in_codes, in_words, parse
from core.library.index.searching import HitKind
from core.library.index.snippets import one_line, snippet
from core.library.records import OPENING
from core.library.states import State
from core.translation import use_language

DYKE = plain_article(
    "Der Deich hält\n\nDie Hafenbehörde prüfte ihn. Ein Tessiner Prüfer lobte die schöne Böschung der Häfen.\n",
    "deich.txt",
)
FERRY = plain_article(
    "Die Fähre fährt\n\n„Wir fahren schon am Morgen“, sagte Ada Lind in Tübingen. Der Hafen bleibt offen.\n",
    "faehre.txt",
)


@pytest.fixture
def filled(library):
    library.add(DYKE)
    library.add(FERRY)
    start = FERRY.text.index("„")
    span = (start, FERRY.text.index("“") + 1)
    quote = Quote("q1", QuoteType.DIRECT, (span,), "r", 0.9, Speaker((), "Ada Lind", "a1"))
    actor = Actor("a1", "Ada Lind", ActorKind.PERSON)
    library.keep_analysis(FERRY, Analysis(pipeline="p", language="de", actors=(actor,), quotes=(quote,)))
    return library


def texts(library, line):
    return [hit.article.source for hit in library.find(parse(line)) if hit.kind is HitKind.TEXT]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("hafen", {"deich.txt", "faehre.txt"}),
        ("Hafenbehörde", {"deich.txt"}),
        ("hafenbehoerde", {"deich.txt"}),
        ("behörde", {"deich.txt"}),
        ("tessin", {"deich.txt"}),
        ("tessiners", {"deich.txt"}),
        ("tuebingen", {"faehre.txt"}),
        ("TÜBINGEN", {"faehre.txt"}),
        ("schon", {"deich.txt", "faehre.txt"}),
        ("schön", {"deich.txt"}),
        ("fä", {"faehre.txt"}),
        ("hafen lind", {"faehre.txt"}),
        ('"am morgen"', {"faehre.txt"}),
        ('"morgen am"', set()),
        ("hafen -lind", {"deich.txt"}),
        ("nirgends", set()),
        ("source:deich", {"deich.txt"}),
        ("hafen since:2020", {"deich.txt", "faehre.txt"}),
        ("hafen since:2999-01", set()),
        ("hafen state:read", set()),
    ],
)
def test_words_are_found_however_they_are_spelt(filled, line, found):
    assert set(texts(filled, line)) == found


def test_a_title_comes_before_a_text(filled):
    other = plain_article(
        "Nichts Neues\n\nAm Deich war gestern viel Wind und am Abend noch mehr.\n", "wind.txt"
    )
    filled.add(other)
    assert texts(filled, "deich") == ["deich.txt", "wind.txt"]


def test_statements_by_speaker_and_kind(filled):
    for line in (
        "speaker:lind",
        "speaker:ada kind:direct",
        'speaker:"ada lind" fahren',
        'kind:direct "schon am"',
    ):
        (hit,) = filled.find(parse(line))
        assert (hit.kind, hit.speaker, hit.words) == (
            HitKind.STATEMENT,
            "Ada Lind",
            "„Wir fahren schon am Morgen“",
        ), line
        assert FERRY.text[slice(*hit.span)] == hit.words
    for line in ("speaker:varga", "speaker:lind deich", "kind:indirect"):
        assert filled.find(parse(line)) == (), line


def test_tags_and_notes_come_first_and_can_be_asked_for_alone(filled):
    mark = filled.save(DYKE, Annotation.new(None, ("Küste/Deich",), "Hafen fragen"))
    hits = filled.find(parse("hafen"))
    assert (hits[0].kind, hits[0].id) == (HitKind.MARK, mark.id)
    assert [hit.id for hit in filled.find(parse("#küste"))] == [mark.id]
    assert [hit.id for hit in filled.find(parse("tag:küste hafen")) if hit.kind is HitKind.MARK] == [mark.id]
    assert filled.find(parse("#inland")) == ()


def test_archived_and_removed_articles_are_found_only_if_asked_for(filled):
    filled.set_state(DYKE.key, State.ARCHIVED)
    assert texts(filled, "hafen") == ["faehre.txt"]
    assert texts(filled, "hafen state:archived") == ["deich.txt"]
    filled.remove(DYKE.key)
    assert texts(filled, "hafen state:archived") == []


def test_a_query_says_what_it_cannot_make_sense_of():
    for line in ("since:neulich", "kind:laut", "state:halb"):
        with pytest.raises(ValueError, match=r"“.*\.$"):
            parse(line)
    assert parse("a:b 10:30").words == ("a:b", "10:30")
    assert parse("  ") == Query()


def test_a_snippet_shows_the_words_and_where_they_all_are(filled):
    query = parse("hafen prüfer")
    place = filled.snippets(query, [DYKE.key])[DYKE.key]
    assert [place.text[slice(*span)] for span in place.hits] == ["Hafenbehörde", "Prüfer", "Häfen"]
    assert [DYKE.text[slice(*span)] for span in place.spans] == ["Hafenbehörde", "Prüfer", "Häfen"]
    assert snippet("Nichts davon.", [{"hafen"}]) is None
    long = "Wort " * 2000 + "Am Hafen steht die rote Linie. " + "Wort " * 50
    found = snippet(long, [{"hafen"}], ["rote linie"])
    assert found is not None
    assert "Am Hafen steht die rote Linie" in found.text
    assert len(found.text) <= 240


def test_a_snippet_ends_with_a_word_and_says_whether_the_text_goes_on():
    words = "Der Hafen ruht. " + "Kräne schweigen überall. " * 30
    found = snippet(words, [{"hafen"}])
    assert found is not None
    assert (found.is_first, found.is_last) == (True, False)
    assert found.text.split()[-1] in ("Kräne", "schweigen", "überall.")
    late = snippet(f"{words}Am Ende der Kai.", [{"kai"}])
    assert late is not None
    assert (late.is_first, late.is_last) == (False, True)
    assert late.text.endswith("der Kai.")


def test_title_and_byline_keep_apart_in_one_line():
    assert one_line("Hafen zu\n\nVon Ada Lind\n\nKap. – Der\nKai ruht.\n\nEr bleibt zu.") == (
        "Hafen zu · Von Ada Lind · Kap. – Der Kai ruht. Er bleibt zu."
    )


def test_the_first_words_of_a_report_say_that_it_goes_on(library):
    for number, times in enumerate((3, 60)):
        library.add(
            plain_article(f"Titel {number}\n\n" + "Der Kran schwenkt. " * times + "\n", f"{number}.txt")
        )
    short, long = sorted((record.beginning for record in library.articles()), key=len)
    assert short.endswith("schwenkt.")
    assert long.endswith(" …")
    assert long.split()[-2] in ("Der", "Kran", "schwenkt.")
    assert len(long) < OPENING + 2


def test_hyphens_and_odd_words_do_no_harm(filled):
    for line in (
        '"',
        '"unfinished',
        "-",
        "#",
        "a" * 500,
        "hafen-behörde",
        "NEAR(",
        "* OR",
        "\ud800",
        "1,5 %",
    ):
        filled.find(parse(line))


def test_with_a_tag_only_texts_that_bear_it_are_found(filled):
    filled.save(DYKE, Annotation.new(None, ("küste/deich",)))
    assert texts(filled, "hafen tag:küste") == ["deich.txt"]
    assert texts(filled, "fähre tag:küste") == []


def dated(number):
    day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
    article = plain_article(f"Boje {number}\n\nDie Boje schaukelt {number} Mal.\n", f"{number}.txt")
    return replace(article, publication=Publication(published=day))


@pytest.mark.parametrize("ranked", [1000, 50])
def test_all_that_there_is_is_found_and_the_first_of_it_are_the_same(library, monkeypatch, ranked):
    monkeypatch.setattr(searching, "_RANKED", ranked)
    for number in range(230):
        library.add(dated(number))
    every = library.find(parse("schaukelt"))
    assert len(every) == len({hit.article.key for hit in every}) == 230
    assert library.find(parse("schaukelt"), 20) == every[:20]
    assert len(library.find(parse("since:2026"))) == 230


def test_of_articles_that_fit_as_well_the_latest_comes_first(library):
    for number in range(30):
        library.add(dated(number))
    days = [hit.article.published for hit in library.find(parse("schaukelt"))]
    assert days == sorted(days, reverse=True)


def test_annotations_beyond_the_first_come_after_the_texts(library, monkeypatch):
    monkeypatch.setattr(searching, "_MARKS", 2)
    library.add(DYKE)
    for number in range(5):
        library.save(DYKE, Annotation.new(None, note=f"Deich {number}"))
    kinds = [hit.kind for hit in library.find(parse("deich"))]
    assert kinds == [HitKind.MARK, HitKind.MARK, HitKind.TEXT, HitKind.MARK, HitKind.MARK, HitKind.MARK]


def test_a_snippet_begins_before_the_word_and_leaves_the_title_alone():
    byline = "\n\nVon der Redaktion\n\n"
    found = snippet(
        f"Äpfelbach kontert{byline}Olaf Krüger hat nachgelegt, Äpfelbach lehnt ab.", [{"aepfelbach"}]
    )
    assert found is not None
    assert "Äpfelbach" in [found.text[slice(*span)] for span in found.hits][:1]
    assert "lehnt ab" in found.text
    alone = snippet(f"Radweg: Äpfelbach kontert{byline}Mehr ist nicht bekannt.", [{"aepfelbach"}])
    assert alone is not None
    assert [alone.text[slice(*span)] for span in alone.hits] == ["Äpfelbach"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03", "2026-03"),
        ("1.11.2026", "2026-11-01"),
        ("11.2026", "2026-11"),
        ("gestern", "2026-11-30"),
        ("Yesterday", "2026-11-30"),
        ("7d", "2026-11-24"),
        ("2w", "2026-11-17"),
        ("31.2.2026", ""),
        ("7x", ""),
    ],
)
def test_days_as_they_are_typed(typed, day):
    assert day_of(typed, date(2026, 12, 1)) == day


def test_a_kind_is_known_by_its_name_in_the_language_in_use():
    use_language("de")
    try:
        assert parse("kind:wörtlich").choice.kind == parse("kind:direct").choice.kind == "direct"
        assert parse("kind:frei-indirekt").choice.kind == "free-indirect"
    finally:
        use_language("en")


@pytest.mark.parametrize(
    "line",
    [
        "hafen",
        "hafen -tessin",
        '"bleibt offen"',
        "hafen #kai",
        "#kai",
        "böschung state:read",
        "state:new",
        "speaker:lind",
        "speaker:lind deich",
        "kind:direct fahren",
        "since:2020",
        "niemals",
        "",
    ],
)
def test_articles_are_counted_as_they_are_found(filled, line):
    filled.save(DYKE, Annotation.new(None, ("kai",), "hafen"))
    filled.set_state(DYKE.key, State.READ)
    found = {hit.article.key: hit.article.state for hit in filled.find(parse(line))}
    assert filled.counts_found(parse(line)) == Counter(found.values())


def test_states_and_kinds_are_kept_by_their_codes():
    use_language("de")
    typed = "hafen state:neu kind:wörtlich -state:neu „neu neu“ neu"
    kept = in_codes(typed)
    assert kept == 'hafen state:new kind:direct -state:new "neu neu" neu'
    assert in_words(kept) == typed.translate(str.maketrans("„“", '""'))
    assert parse(kept) == parse(typed)
    use_language("en")
    assert parse(kept).choice.states == (State.NEW, State.NEW)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("author:harms", {"deich.txt"}),
        ('author:"Svenja Harms"', {"deich.txt"}),
        ("author:svenja author:harms", {"deich.txt"}),
        ('author:"svenja öhler"', set()),
        ("author:oehler", {"deich.txt"}),
        ("author:harms hafen", {"deich.txt"}),
        ("author:harms fähre", set()),
        ("author:lind", set()),
    ],
)
def test_those_who_wrote_an_article_are_asked_for_each_by_name(library, line, found):
    library.add(replace(DYKE, publication=Publication(authors=("Svenja Harms", "Jo Öhler"))))
    library.add(FERRY)
    assert {hit.article.source for hit in library.find(parse(line))} == found
    choice = parse(line).choice
    if not parse(line).plain:
        assert len(library.article_numbers(choice)) == len(found)

"""One actor in all articles: by full name and confirmed alias, never by surname; statements in time order."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.annotations import Anchor, Annotation
from core.annotations.corrections import Rename
from core.annotations.corrections.aliases import Alias
from core.articles import Publication
from core.library import Library
from core.library.index import intake
from core.library.index.query import parse
from core.library.states import State
from tests.core.library.conftest import make_article

pytestmark = pytest.mark.usefixtures("quick")


def told(
    library: Library, name: str, words: str, kind: ActorKind = ActorKind.PERSON, *aliases: str, keep=True
):
    """An article in which somebody says something, with its analysis kept."""
    text = f"{name} sagte: „{words}“ Mehr war nicht zu hören.\n"
    article = make_article(text, f"{words}.txt")
    start = text.index("„")
    quote = Quote("q1", QuoteType.DIRECT, ((start, text.index("“") + 1),), "r", 0.9, Speaker((), name, "a1"))
    actor = Actor("a1", name, kind, aliases, (f"Rolle {words}",))
    library.open_article(article)
    if keep:
        mention = Mention(0, len(name), Label.PER, actor="a1")
        library.keep_analysis(article, Analysis("x", (mention,), (actor,), (quote,), "de"))
    return article


def said(dossier) -> list[str]:
    return [each.words for appearance in dossier.appearances for each in appearance.statements]


def test_statements_come_in_the_order_in_which_the_articles_were_first_opened(library):
    first = told(library, "Ada Lind", "eins")
    told(library, "ADA LIND", "zwei")
    told(library, "Ada Lind", "drei")
    library.open_article(first)
    dossier = library.dossier("ada lind")
    assert (dossier.name, dossier.kind) == ("Ada Lind", ActorKind.PERSON)
    assert said(dossier) == ["„eins“", "„zwei“", "„drei“"]
    assert dossier.statements == 3
    assert dossier.roles == ("Rolle eins", "Rolle zwei", "Rolle drei")
    assert [appearance.mentions for appearance in dossier.appearances] == [1, 1, 1]


def test_articles_whose_page_told_a_day_stand_at_that_day(library):
    told(library, "Ada Lind", "heute gelesen")
    for day, words in (("2019-05-03", "alt"), ("2099-01-01", "neu"), ("2018-01-01", "uralt")):
        text = f"Ada Lind sagte: „{words}“ Mehr war nicht zu hören.\n"
        article = make_article(text, f"{words}.html")
        library.open_article(replace(article, publication=Publication(published=day)))
        told(library, "Ada Lind", words)  # The same text again, from a file that tells no day.
    assert said(library.dossier("Ada Lind")) == ["„uralt“", "„alt“", "„heute gelesen“", "„neu“"]


def test_nobody_is_the_same_by_surname(library):
    told(library, "Ada Lind", "eins")
    told(library, "Bo Lind", "zwei")
    told(library, "Lind", "drei", ActorKind.PERSON, "Ada")
    dossier = library.dossier("Ada Lind")
    assert said(dossier) == ["„eins“"]
    assert (dossier.in_doubt, dossier.doubtful) == (False, 1)
    nobody = library.dossier("Lind")
    assert nobody.near == ("Ada Lind", "Bo Lind")
    assert (said(nobody), nobody.in_doubt) == (["„drei“"], True)


def test_a_surname_will_do_where_one_person_has_it(library):
    told(library, "Ada Lind", "eins")
    told(library, "Jon Lindner", "zwei")
    dossier = library.dossier("lind")
    assert (dossier.name, dossier.asked, said(dossier)) == ("Ada Lind", "lind", ["„eins“"])
    assert library.dossier("Niemand").appearances == ()


def test_a_dossier_is_narrowed_by_words_and_days(library):
    for day, words in (("2026-01-05", "die Kräne stehen"), ("2026-02-07", "der Deich hält")):
        text = f"Ada Lind sagte: „{words}“ Mehr war nicht zu hören.\n"
        article = replace(make_article(text, f"{words}.txt"), publication=Publication(published=day))
        library.open_article(article)
        told(library, "Ada Lind", words)
    both = library.dossier("Ada Lind")
    assert both.days == (("2026-01-05", 1), ("2026-02-07", 1))
    for line, words in (
        ("kräne", "die Kräne stehen"),
        ("kran -deich", "die Kräne stehen"),
        ("since:2026-02", "der Deich hält"),
        ("until:2026-01", "die Kräne stehen"),
        ("stehen until:2026-01 kind:direct", "die Kräne stehen"),
        ("kind:indirect", None),
        ("hören", None),
    ):
        found = library.dossier("Ada Lind", query=parse(line))
        assert said(found) == ([f"„{words}“"] if words else []), line
        assert (found.articles, found.statements) == ((1, 1) if words else (0, 0)), line


def test_what_others_say_and_where_somebody_only_is_mentioned(library):
    text = "Bo Öz sagte: „Ada Lind weiß das.“ Jon Varga schwieg am Montag dazu. Er ging.\n"
    article = make_article(text, "oez.txt")
    start, end = text.index("„"), text.index("“") + 1
    library.add(article)
    names = ("Bo Öz", "Ada Lind", "Jon Varga")
    library.keep_analysis(
        article,
        Analysis(
            "x",
            tuple(
                Mention(text.index(name), text.index(name) + len(name), Label.PER, actor=f"a{at}")
                for at, name in enumerate(names)
            ),
            tuple(Actor(f"a{at}", name, ActorKind.PERSON) for at, name in enumerate(names)),
            (Quote("q1", QuoteType.DIRECT, ((start, end),), "r", 0.9, Speaker((), "Bo Öz", "a0")),),
            "de",
        ),
    )
    (lind,) = library.dossier("Ada Lind").appearances
    assert lind.statements == ()
    assert [(each.speaker, each.words) for each in lind.about] == [("Bo Öz", "„Ada Lind weiß das.“")]
    (varga,) = library.dossier("Varga").appearances
    assert (varga.sentence, varga.start) == ("Jon Varga schwieg am Montag dazu.", text.index("Jon"))
    assert [person.words for person in library.people("öz")] == [4]


def test_a_confirmed_alias_leads_to_its_bearer_from_both_sides(library):
    told(library, "Ada Lind", "eins")
    told(library, "Hafenkönigin", "zwei", ActorKind.ORGANISATION)
    assert said(library.dossier("Ada Lind")) == ["„eins“"]
    library.keep_alias(Alias("die Hafenkönigin", "Ada Lind"))
    assert said(library.dossier("Ada Lind")) == ["„eins“", "„zwei“"]
    dossier = library.dossier("Hafenkönigin")
    assert dossier.name == "Ada Lind"
    assert dossier.aliases == ("die Hafenkönigin", "Hafenkönigin")
    assert dossier.kind is ActorKind.PERSON


def test_corrections_of_an_article_count(library):
    article = told(library, "Linde", "eins")
    assert library.dossier("Ada Lind").appearances == ()
    anchor = Anchor.of(article.text, 0, 5)
    correction = library.save(article, Annotation.new(anchor, correction=Rename("Linde", "Ada Lind")))
    assert said(library.dossier("Ada Lind")) == ["„eins“"]
    library.delete(article, correction.id)
    assert library.dossier("Ada Lind").appearances == ()


@pytest.mark.parametrize("large", [0, 1 << 16])
def test_a_correction_in_place_of_another_counts(library, large, monkeypatch):
    monkeypatch.setattr(intake, "_LARGE", large)
    article = told(library, "Linde", "eins")
    anchor = Anchor.of(article.text, 0, 5)
    first = library.save(article, Annotation.new(anchor, correction=Rename("Linde", "Ada Lind")))
    assert said(library.dossier("Ada Lind")) == ["„eins“"]
    library.save(article, replace(first, correction=Rename("Linde", "Bo Öz")))
    assert library.dossier("Ada Lind").appearances == ()
    assert said(library.dossier("Bo Öz")) == ["„eins“"]


def test_kinds_are_told_apart(library):
    told(library, "Nordstern", "eins", ActorKind.ORGANISATION)
    told(library, "Nordstern", "zwei", ActorKind.PLACE)
    assert said(library.dossier("Nordstern", ActorKind.PLACE)) == ["„zwei“"]
    assert library.dossier("Nordstern").statements == 2


def test_articles_without_an_analysis_are_counted(library, folder):
    told(library, "Ada Lind", "eins")
    told(library, "Ada Lind", "zwei", keep=False)
    dossier = library.dossier("Ada Lind")
    assert (dossier.statements, len(dossier.not_analysed)) == (1, 1)
    assert library.dossier("Bo Öz").not_analysed == ()


def test_archived_articles_without_an_analysis_are_counted_but_where_another_state_is_asked_for(library):
    article = told(library, "Ada Lind", "eins", keep=False)
    library.set_state(article.key, State.ARCHIVED)
    assert library.dossier("Ada Lind").not_analysed == (article.key,)
    assert library.dossier("Ada Lind", query=parse("state:new")).not_analysed == ()


def test_a_damaged_analysis_counts_as_none(library, tmp_path):
    article = told(library, "Ada Lind", "eins")
    path = tmp_path / "cache" / "analyses" / f"{article.key}.json"
    path.write_bytes(path.read_bytes()[:200])
    library.look_closely()
    assert library.dossier("Ada Lind").not_analysed == (article.key,)


def test_a_part_in_quotation_marks_within_a_statement_counts_once(library):
    text = "Ada Lind sprach von einem „Schlag ins Gesicht“. Lind sagte: „Das reicht.“\n"
    article = make_article(text, "schlag.txt")
    parts = {
        QuoteType.REPORTED: ["sprach von einem „Schlag ins Gesicht“"],
        QuoteType.DIRECT: ["„Schlag ins Gesicht“", "„Das reicht.“"],
    }
    quotes = [
        Quote(f"q{kind}{words}", kind, ((text.index(words), text.index(words) + len(words)),), "r", 0.9,
              Speaker((), "Ada Lind", "a1"))
        for kind, several in parts.items()
        for words in several
    ]  # fmt: skip
    actor = Actor("a1", "Ada Lind", ActorKind.PERSON)
    library.open_article(article)
    library.keep_analysis(article, Analysis("x", (), (actor,), tuple(quotes), "de"))
    dossier = library.dossier("Ada Lind")
    assert said(dossier) == ["sprach von einem „Schlag ins Gesicht“", "„Das reicht.“"]
    assert dossier.statements == 2
    (person,) = library.people()
    assert (person.statements, person.words) == (2, 8)
    assert person.direct == 5
    assert library.articles()[0].statements == 2
    assert said(library.dossier("Ada Lind", query=parse("kind:direct"))) == [
        "„Schlag ins Gesicht“",
        "„Das reicht.“",
    ]
    assert len(library.find(parse("kind:direct"))) == 2


def test_a_surname_is_that_of_a_person_before_it_is_a_place(library):
    told(library, "Ada Brahmsen", "eins")
    told(library, "Brahmsen", "", ActorKind.PLACE)
    dossier = library.dossier("Brahmsen")
    assert (dossier.name, dossier.kind, dossier.namesake) == (
        "Ada Brahmsen",
        ActorKind.PERSON,
        ActorKind.PLACE,
    )
    assert library.dossier("Brahmsen", ActorKind.PLACE).kind is ActorKind.PLACE
    told(library, "Bo Brahmsen", "zwei")
    asked = library.dossier("Brahmsen")
    assert (asked.near, asked.appearances) == (("Ada Brahmsen", "Bo Brahmsen"), ())


def test_a_place_in_more_articles_than_anybody_of_its_name_is_the_place(library):
    for words in ("eins", "zwei"):
        told(library, "Ellerbek", words, ActorKind.PLACE)
    told(library, "Ada Ellerbek", "drei")
    dossier = library.dossier("Ellerbek")
    assert (dossier.kind, dossier.namesake, dossier.near) == (ActorKind.PLACE, None, ())


def test_what_a_confirmed_alias_took_in_is_in_doubt_no_more(library):
    told(library, "Ada Lind", "eins")
    told(library, "Lind", "zwei")
    assert library.dossier("Ada Lind").doubtful == 1
    library.keep_alias(Alias("Lind", "Ada Lind"))
    for name in ("Ada Lind", "Lind"):
        dossier = library.dossier(name)
        assert (said(dossier), dossier.doubtful) == (["„eins“", "„zwei“"], 0)


def test_a_surname_beside_the_full_name_is_no_further_article(library):
    text = "Ada Lind ging. Lind sagte: „Es reicht.“ So war es.\n"
    article = make_article(text, "zwei.txt")
    actors = Actor("a1", "Ada Lind", ActorKind.PERSON), Actor("a2", "Lind", ActorKind.PERSON)
    library.open_article(article)
    library.keep_analysis(article, Analysis("x", (), actors, (), "de"))
    assert library.dossier("Ada Lind").doubtful == 0


def everywhere(library) -> tuple[list[tuple[str, int]], list[str], int]:
    """Who is in the list of people, in the rows of the library, and how many statements are by "Ada"."""
    people = [(each.name, each.statements) for each in library.people()]
    rows = [name for record in library.articles() for name, _said in record.chief]
    return people, sorted(rows), len(library.find(parse("speaker:ada")))


def test_a_confirmed_alias_holds_in_every_list_until_it_is_dropped(library, folder, tmp_path):
    told(library, "Ada Lind", "eins")
    told(library, "Lind", "zwei")
    before = [("Ada Lind", 1), ("Lind", 1)], ["Ada Lind", "Lind"], 1
    assert everywhere(library) == before
    library.keep_alias(Alias("Lind", "Ada Lind"))
    other = Library(folder, tmp_path / "cache")
    for window in (library, other):
        assert everywhere(window) == ([("Ada Lind", 2)], ["Ada Lind", "Ada Lind"], 2)
    told(other, "Lind", "drei")
    assert library.people()[0].statements == 3
    other.drop_alias("Lind")
    assert everywhere(library)[0] == [("Lind", 2), ("Ada Lind", 1)]


def test_an_index_made_anew_knows_the_aliases(library, folder, tmp_path):
    told(library, "Ada Lind", "eins")
    told(library, "Lind", "zwei")
    library.keep_alias(Alias("Lind", "Ada Lind"))
    for file in folder.glob("index*"):
        file.unlink()
    assert everywhere(Library(folder, tmp_path / "cache"))[0] == [("Ada Lind", 2)]


def test_who_would_not_speak_is_shown_and_not_counted(library):
    text = "Ada Lind wollte sich nicht äußern. Ada Lind lobte den Hafen.\n"
    article = make_article(text, "still.txt")
    spans = [(9, 33), (44, 59)]
    quotes = tuple(
        Quote(f"q{at}", QuoteType.REPORTED, (span,), "r", 0.9, Speaker((), "Ada Lind", "a1"))
        for at, span in enumerate(spans)
    )
    library.open_article(article)
    actor = Actor("a1", "Ada Lind", ActorKind.PERSON)
    library.keep_analysis(article, Analysis("x", (), (actor,), quotes, "de"))
    dossier = library.dossier("Ada Lind")
    (appearance,) = dossier.appearances
    assert [(each.words, each.refusal) for each in appearance.statements] == [
        ("wollte sich nicht äußern", True),
        ("lobte den Hafen", False),
    ]
    assert (dossier.statements, library.people()[0].statements, library.articles()[0].statements) == (1, 1, 1)


def test_words_said_twice_in_an_article_count_once(library):
    text = "„Nichts da“\n\nAda Lind sagte: „Nichts da“, und ging.\n"
    article = make_article(text, "zweimal.txt")
    start = text.rindex("„")
    quotes = tuple(
        Quote(f"q{at}", QuoteType.DIRECT, (span,), "r", 0.9, Speaker((), "Ada Lind", "a1"))
        for at, span in enumerate([(0, 11), (start, start + 11)])
    )
    library.open_article(article)
    actor = Actor("a1", "Ada Lind", ActorKind.PERSON)
    library.keep_analysis(article, Analysis("x", (), (actor,), quotes, "de"))
    assert (library.dossier("Ada Lind").statements, library.people()[0].statements) == (1, 1)


def test_a_mark_that_is_found_says_who_speaks_its_words(library):
    article = told(library, "Ada Lind", "der Kai bleibt")
    for words in ("Kai", "Mehr war"):
        start = article.text.index(words)
        mark = Annotation.new(Anchor.of(article.text, start, start + len(words)), ("kai",), "")
        library.save(article, mark)
    found = [(hit.words, hit.speaker) for hit in library.find(parse("#kai"))]
    assert found == [("Kai", "Ada Lind"), ("Mehr war", "")]

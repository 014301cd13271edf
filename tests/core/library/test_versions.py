"""A source whose text changes: all versions are kept, and what was noted goes along."""

from dataclasses import replace

from core.annotations import Anchor, Annotation, How, place
from core.annotations.corrections import Rename
from core.articles import Publication
from core.articles.texts import plain_article
from core.library import Library
from core.library.adding import Outcome
from core.library.feed_store import Feed
from core.library.index.query import Choice
from core.library.records import ArticleRecord
from core.library.versions import is_version, latest, same_place, superseded, versions_of

SENTENCES = [
    "Am Morgen lagen die Kräne im Hafen still.",
    "Ada Lind trat vor die Tore und sprach lange mit den Schauerleuten.",
    "„Ich gehe erst, wenn die Arbeit getan ist“, sagte sie.",
    "Der Reeder will verhandeln, aber nicht um jeden Preis.",
    "Am Abend brannte noch Licht im Kontor der Hafenbehörde.",
]


def version(*sentences: str, source: str = "hafen.txt"):
    return plain_article("Der Hafen schweigt\n\n" + " ".join(sentences) + "\n", source)


OLD = version(*SENTENCES)
NEW = version(
    "Eilmeldung am Nachmittag.",
    SENTENCES[0],
    SENTENCES[1].replace("lange", "zwei Stunden"),
    SENTENCES[3],
    SENTENCES[4],
)


def on(article, words, tag):
    start = article.text.index(words)
    return Annotation.new(Anchor.of(article.text, start, start + len(words)), (tag,))


def noted(library):
    """The old version with a mark on four of its sentences and one on the whole."""
    library.open_article(OLD)
    for number, words in enumerate((SENTENCES[0], SENTENCES[1], SENTENCES[2], "Licht im Kontor")):
        library.save(OLD, on(OLD, words, f"t{number}"))
    library.save(OLD, Annotation.new(None, ("ganz",)))


def test_marks_are_carried_over_and_each_says_how(library):
    noted(library)
    shelf = library.open_article(NEW)
    how = {
        each.annotation.tags[0]: each.located.how if each.located else None
        for each in place(shelf.annotations, NEW.text)
    }
    assert how == {
        "ganz": None,
        "t0": How.POSITION,  # Anchored anew where it was found for certain.
        "t1": How.APPROXIMATE,
        "t2": How.ORPHAN,
        "t3": How.POSITION,
    }
    assert shelf.notice is not None
    assert "of your 5 marks 3 found their place again" in shelf.notice
    orphan = next(each for each in shelf.annotations if each.tags == ("t2",))
    assert orphan.anchor is not None
    assert orphan.anchor.exact == SENTENCES[2]


def test_corrections_are_not_counted_among_the_marks(library):
    noted(library)
    wrong = on(OLD, SENTENCES[0], "t9")
    library.save(OLD, Annotation.new(wrong.anchor, correction=Rename("Tag", "Tage")))
    shelf = library.open_article(NEW)
    assert "of your 5 marks 3 found their place again" in (shelf.notice or "")


def test_the_earlier_version_keeps_text_and_marks(folder, library):
    noted(library)
    before = library.annotations(OLD)
    library.open_article(NEW)
    assert Library(folder).annotations(OLD) == before
    assert Library(folder).load_article(OLD.key) == OLD


def test_the_library_lists_the_latest_and_knows_all(library):
    noted(library)
    library.open_article(NEW)
    (record,) = library.articles()
    assert (record.key, record.versions, record.annotations) == (NEW.key, 2, 5)
    assert [each.key for each in library.versions(OLD.key)] == [OLD.key, NEW.key]
    assert dict(library.tags()) == {"ganz": 1, "t0": 1, "t1": 1, "t2": 1, "t3": 1}
    assert [found.article.key for found in library.search("#t1")] == [NEW.key]


def test_opening_again_carries_only_what_is_new_and_nothing_that_was_deleted(library):
    noted(library)
    (gone, *_) = library.open_article(NEW).annotations
    library.delete(NEW, gone.id)
    late = library.save(OLD, on(OLD, "Am Abend", "spät"))
    shelf = library.open_article(NEW)
    assert gone.id not in {each.id for each in shelf.annotations}
    assert late.id in {each.id for each in shelf.annotations}
    assert len(shelf.annotations) == 5
    assert library.open_article(NEW).notice is None


def test_a_note_changed_on_the_earlier_version_changes_on_the_later_one(library):
    noted(library)
    library.open_article(NEW)
    first = library.annotations(OLD)[1]
    library.save(OLD, first.edited(note="doch anders"))
    kept = {each.id: each for each in library.open_article(NEW).annotations}[first.id]
    assert kept.note == "doch anders"


def test_a_note_changed_on_both_versions_is_lost_on_neither(library):
    noted(library)
    library.open_article(NEW)
    first = library.annotations(OLD)[1]
    later = next(each for each in library.annotations(NEW) if each.id == first.id)
    library.save(NEW, later.edited(note="im neuen"))
    library.save(OLD, first.edited(note="im alten"))
    library.change_tags(["t0"], "t9")
    notes = [
        {each.id: each.note for each in library.open_article(article).annotations}[first.id]
        for article in (NEW, OLD, NEW)
    ]
    assert notes == ["im neuen", "im alten", "im neuen"]


def test_three_versions_are_one_chain(library):
    third = version(*SENTENCES[:2], SENTENCES[4], "Nachtrag vom Sonntag.")
    noted(library)
    library.open_article(NEW)
    library.open_article(third)
    assert [each.key for each in library.versions(NEW.key)] == [OLD.key, NEW.key, third.key]
    assert [each.versions for each in library.versions(NEW.key)] == [1, 2, 3]
    assert len(library.annotations(third)) == 5


def test_a_version_that_was_never_opened_has_the_marks_too(library):
    noted(library)
    library.save(NEW, Annotation.new(None, ("neu",)))
    assert dict(library.tags()) == {"ganz": 1, "t0": 1, "t1": 1, "t2": 1, "t3": 1, "neu": 1}
    third = version(*SENTENCES[:2], SENTENCES[4], "Nachtrag vom Sonntag.")
    library.add(third)
    assert len(library.annotations(third)) == 6
    shelf = library.open_article(third)
    assert shelf.notice is not None
    assert "of your 6 marks" in shelf.notice
    assert library.open_article(third).notice is None


def test_what_was_deleted_before_the_text_changed_comes_back_in_the_latest_version(library):
    noted(library)
    mark = library.annotations(OLD)[1]
    library.delete(OLD, mark.id)
    third = version(SENTENCES[1], *SENTENCES[3:], SENTENCES[0], "Nachtrag vom Sonntag.")
    library.open_article(NEW)
    library.open_article(third)
    assert library.undelete(OLD.key, mark.id) == mark
    assert [found.article.key for found in library.search("#t0")] == [third.key]
    again = next(each for each in library.annotations(third) if each.id == mark.id)
    assert again.anchor is not None
    assert third.text[again.anchor.start : again.anchor.end] == SENTENCES[0]


def test_a_change_of_tags_made_before_the_text_changed_is_taken_back_in_the_latest_version(library):
    noted(library)
    off = library.change_tags(["t0"], "")
    renamed = library.change_tags(["t1"], "t9")
    library.open_article(NEW)
    for change in (renamed, off):
        library.take_back_tag_change(change.id)
    assert dict(library.tags()) == {"ganz": 1, "t0": 1, "t1": 1, "t2": 1, "t3": 1}


def test_marks_imported_on_an_earlier_version_are_on_the_latest_one(library):
    noted(library)
    library.open_article(NEW)
    library.save_all(OLD, [on(OLD, "Am Abend", "spät")])
    assert [found.article.key for found in library.search("#spät")] == [NEW.key]


def test_a_file_written_over_with_another_article_is_another_article(library):
    noted(library)
    other = plain_article(
        "Der Deich hält\n\nImke Brodersen prüfte ihn am Morgen von Süden her.\n", "hafen.txt"
    )
    shelf = library.open_article(other)
    assert shelf.annotations == ()
    assert len(library.articles()) == 2


def test_what_came_by_standard_input_is_no_version_of_anything(library):
    library.open_article(version(*SENTENCES, source="-"))
    library.open_article(version(*SENTENCES[:4], source="-"))
    assert len(library.articles()) == 2


def test_opening_an_earlier_version_says_so_and_changes_nothing(library):
    noted(library)
    library.open_article(NEW)
    shelf = library.open_article(OLD)
    assert shelf.notice is not None
    assert "earlier version" in shelf.notice
    assert [each.key for each in library.articles()] == [NEW.key]


def test_versions_are_known_also_when_the_index_is_lost(folder, library):
    noted(library)
    library.open_article(NEW)
    for path in folder.glob("index*"):
        path.unlink()
    assert [each.key for each in Library(folder).articles()] == [NEW.key]


def record(key, previous=""):
    return ArticleRecord(key, key, key, "de", "", "", previous=previous)


def listed(*records):
    return {each.key: each for each in records}


def test_chains_with_branches_and_gaps():
    records = listed(record("a"), record("b", "a"), record("c", "b"), record("d", "a"), record("e", "weg"))
    assert {(each.key, each.versions) for each in latest(records)} == {("c", 3), ("d", 2), ("e", 1)}
    assert superseded(records) == {"a", "b"}
    assert [each.key for each in versions_of("b", records)] == ["a", "b", "c"]
    assert versions_of("nichts", records) == ()


def test_a_ring_made_by_hand_does_not_vanish():
    records = listed(record("a", "c"), record("b", "a"), record("c", "b"), record("d", "d"))
    assert len(latest(records)) == 2
    assert {each.versions for each in latest(records)} == {3, 1}


def test_texts_alike_are_versions_and_others_are_not():
    assert is_version(OLD.text, NEW.text)
    assert is_version(OLD.text, OLD.text + "Nachtrag. " * 50)
    assert not is_version(
        OLD.text, "Imke Brodersen prüfte den Deich am Morgen von Süden her und fand ihn gut."
    )
    assert not is_version("", OLD.text)


def test_places_of_one_name_may_be_the_same():
    assert same_place("a/hafen.txt", "b/Hafen.txt")
    assert same_place("https://zeitung.example/kap/hafen?ref=1", "https://zeitung.example/kap/hafen#oben")
    assert not same_place("a.txt", "b.txt")
    assert not same_place("-", "-")


STANDING = " ".join(f"Absatz {number} steht in jeder Ausgabe der Lage gleich da." for number in range(9))


def mailed(number, message=""):
    text = f"Lage vom {number}.\n\n{STANDING} Heute neu ist Meldung {number}.\n"
    return plain_article(text, f"box.mbox#{number}").published_as(Publication(message=message))


def test_mails_of_one_mailbox_are_articles_of_their_own_however_alike(library):
    for number in (1, 2, 3):
        library.add(mailed(number))
    assert len(library.articles()) == 3
    assert {record.versions for record in library.articles()} == {1}


def test_chapters_of_a_book_are_articles_of_their_own_and_a_later_edition_is_a_version(library):
    for number in (1, 2):
        library.add(replace(mailed(number), source=f"buch.epub#{number}"))
    assert len(library.articles()) == 2
    later = plain_article(mailed(2).text.replace("neu", "anders"), "neu/buch.epub#2")
    library.add(later)
    (record,) = [each for each in library.articles() if each.versions == 2]
    assert record.key == later.key


def test_the_id_of_a_mail_says_which_it_is_wherever_it_lies(library):
    library.add(replace(mailed(1, "<a@zeitung.example>"), source="lage.eml"))
    library.add(replace(mailed(2, "<b@zeitung.example>"), source="lage.eml"))
    assert len(library.articles()) == 2
    again = plain_article(mailed(1).text + "Nachtrag.\n", "lage.eml")
    library.add(again.published_as(Publication(message="<a@zeitung.example>")))
    assert len(library.articles()) == 2
    assert again.key in {each.key for each in library.articles()}


def printed(host, site, *sentences, name="hafen.html"):
    article = version(*sentences, source=f"https://{host}/{name}")
    return article.published_as(Publication(site=site, address=article.source))


def test_what_two_publishers_print_of_one_text_are_two_articles(library):
    own = printed("deichbote.example", "Deichbote", *SENTENCES)
    other = printed("kuestenagentur.example", "Küstenagentur", *SENTENCES[:4], "Es schneite.")
    library.add(own)
    assert library.add(other).outcome is Outcome.ADDED
    assert {record.outlet for record in library.articles()} == {"Deichbote", "Küstenagentur"}
    again = printed("www.deichbote.example", "Deichbote", *SENTENCES[:4], name="a/hafen.html")
    assert library.add(again).outcome is Outcome.VERSION
    assert [each.key for each in library.versions(own.key)] == [own.key, again.key]


def test_one_host_may_have_several_publishers_and_an_address_has_one(library):
    own = printed("deichbote.example", "Deichbote", *SENTENCES)
    other = printed("deichbote.example", "Küstenagentur", *SENTENCES[:4], "Es hagelte.", name="ka/hafen.html")
    same = printed("deichbote.example", "Mein Blatt", *SENTENCES[:4], "Es schneite.")
    outcomes = [library.add(each).outcome for each in (own, other, same)]
    assert outcomes == [Outcome.ADDED, Outcome.ADDED, Outcome.VERSION]


def test_one_publisher_may_have_several_hosts(library):
    for host in ("deichbote.example", "plus.deichbote.example", "db.example"):
        library.add(printed(host, "Deichbote", *SENTENCES, host))
    assert [record.versions for record in library.articles()] == [3]


def test_the_same_words_with_another_publisher_change_no_source(library):
    own = printed("deichbote.example", "Deichbote", *SENTENCES)
    library.open_article(own)
    library.open_article(printed("kuestenagentur.example", "Küstenagentur", *SENTENCES))
    (record,) = library.articles()
    assert (record.outlet, record.source) == ("Deichbote", own.source)
    assert library.article_from("https://kuestenagentur.example/hafen.html") is not None


def test_a_saved_copy_of_a_page_is_its_version_and_keeps_its_address(library, tmp_path, monkeypatch):
    own = printed("deichbote.example", "Deichbote", *SENTENCES)
    library.add(own)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Gemerkt.html").write_text("…", "utf-8")
    copy = version(*SENTENCES, "Nachtrag.", source="Gemerkt.html")
    assert library.add(copy.published_as(Publication(address=own.source))).outcome is Outcome.VERSION
    (record,) = library.articles()
    assert (record.key, record.source, record.outlet) == (copy.key, own.source, "Deichbote")
    found = library.article_from(str(tmp_path / "Gemerkt.html"))
    assert found is not None
    library.open_article(replace(copy, source="Gemerkt.html"))
    assert library.articles()[0].source == own.source


def test_a_file_is_found_from_every_folder(library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hafen.txt").write_text("…", "utf-8")
    library.add(OLD)
    assert library.articles()[0].source == str(tmp_path / "hafen.txt")


def test_a_new_version_of_an_article_of_a_feed_is_one_of_the_feed(library):
    library.add(OLD)
    library.follow(Feed("https://deichbote.example/feed", "Deichbote", taken=(OLD.key,)))
    library.open_article(NEW)
    numbers = library.article_numbers(Choice(feed="deichbote"))
    assert [record.key for record in library.records(numbers)] == [NEW.key]
    assert sum(library.counts([OLD.key]).values()) == 1

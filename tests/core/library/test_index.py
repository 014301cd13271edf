"""The index of all articles and its journal: brought up to date with few writes, and made anew when lost."""

from core.annotations import Annotation
from core.library import Library
from tests.core.library.conftest import fold, make_article, note


def test_articles_kept_but_not_listed_are_listed_again(folder, library, article):
    library.open_article(article)
    fold(folder)
    (folder / "index.json").unlink()
    (folder / "backup" / "index.json").unlink()
    again = Library(folder)
    assert [record.title for record in again.articles()] == [article.title]
    fold(folder)
    assert article.key in (folder / "index.json").read_text("utf-8")


def looks(folder):
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_ino,
            path.stat().st_size,
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_a_save_touches_the_file_of_its_article_and_no_other(folder, library, article):
    for number in range(5):
        library.save(make_article(f"Artikel {number}\n"), Annotation.new(None, ("kap",)))
    library.save(article, note(article))
    before = looks(folder)
    library.save(article, note(article, "Tore"))
    after = looks(folder)
    name = f"annotations/{article.key}.json"
    assert {path for path in after if after[path] != before.get(path)} == {name, f"backup/{name}"}
    assert before.keys() == after.keys()


def test_opening_a_known_article_adds_one_line_to_the_journal(folder, library, article):
    for each in (make_article("eins\n"), article):
        library.open_article(each)
    fold(folder)
    library.open_article(article)
    before = looks(folder)
    again = Library(folder)
    again.open_article(article)
    after = looks(folder)
    assert {path for path in after if after[path] != before.get(path)} == {"index.journal"}
    assert (folder / "index.journal").read_bytes().count(b"\n") == 2


def test_the_journal_is_folded_in_once_it_is_long(folder, library, quick):
    articles = [make_article(f"Artikel {number}\n") for number in range(10)]
    sizes = []
    for _ in range(40):
        for each in articles:
            library.open_article(each)
        sizes.append(sum(path.stat().st_size for path in folder.glob("index.*")))
    assert max(sizes) < 200_000
    assert (folder / "index.json").exists()
    assert {record.key for record in Library(folder).articles()} == {each.key for each in articles}


def test_two_libraries_see_each_others_openings_also_while_the_journal_is_folded_in(folder, library, quick):
    other = Library(folder)
    for number in range(30):
        one = make_article(f"Artikel {number}\n")
        (library if number % 2 else other).open_article(one)
        if number % 7 == 0:
            fold(folder)
        assert other.articles()[0].key == library.articles()[0].key == one.key


def test_the_first_articles_are_there_at_once_and_right_after_every_change(folder, library, tmp_path, quick):
    articles = [make_article(f"Artikel {number}\n", f"{number}.txt") for number in range(5)]
    for each in articles:
        library.save(each, Annotation.new(None, ("kap",)))
    assert Library(folder, tmp_path / "cache").first_articles() == ()
    full = library.articles()
    again = Library(folder, tmp_path / "cache")
    assert again.first_articles() == full
    Library(folder).open_article(articles[2])
    first = Library(folder, tmp_path / "cache").first_articles()
    assert [record.key for record in first] == [record.key for record in library.articles()]
    assert first[0].annotations == 1
    fold(folder)
    assert Library(folder, tmp_path / "cache").first_articles() == ()

from core.annotations import Annotation
from core.articles.texts import plain_article
from core.library import Library


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_library_has_its_numbers_and_no_troubles(folder, library, article):
    library.save(article, Annotation.new(None, ("kap",)))
    check = library.check()
    assert (check.articles, check.annotations, check.files, check.kept_damaged) == (1, 1, 4, 0)
    assert check.troubles == ()


def test_versions_and_removed_articles_are_texts_and_not_articles(library):
    words = "Der Rat berät über die alte Schleuse am Fluss. " * 4
    versions = [plain_article(f"{words}{end}\n", "schleuse.txt") for end in ("Erst.", "Dann.")]
    library.add(versions[0])
    library.save(versions[0], Annotation.new(None, ("fluss",)))
    library.add(versions[1])
    library.add(plain_article("Etwas ganz anderes.\n", "anders.txt"))
    library.remove(plain_article("Etwas ganz anderes.\n", "anders.txt").key)
    check = library.check()
    assert (check.articles, check.texts, check.annotations) == (1, 3, 1)


def test_a_library_not_yet_there_is_sound(folder):
    check = Library(folder).check()
    assert (check.articles, check.annotations, check.files) == (0, 0, 0)
    assert check.troubles == ()
    assert not folder.exists()


def test_every_unsound_file_is_named_and_none_is_touched(folder, library, article):
    library.save(article, Annotation.new(None, ("kap",)))
    (folder / "annotations" / f"{article.key}.json").write_bytes(b"nonsense")
    (folder / "backup" / "annotations" / f"{article.key}.json").write_bytes(b"nonsense")
    (folder / "articles" / f"{article.key}.json").unlink()
    before = snapshot(folder)
    troubles = library.check().troubles
    assert len(troubles) == 4
    assert sum("is damaged" in trouble for trouble in troubles) == 2
    assert sum("missing" in trouble for trouble in troubles) == 2
    assert all(trouble.endswith(".") for trouble in troubles)
    assert snapshot(folder) == before


def test_files_put_aside_are_counted(folder, library, article):
    library.save(article, Annotation.new(None, ("kap",)))
    (folder / "annotations" / f"{article.key}.json").write_bytes(b"nonsense")
    library.open_article(article)
    check = library.check()
    assert (check.kept_damaged, check.troubles) == (1, ())

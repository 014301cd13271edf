"""Where a reader left off."""

from core.library import Library


def test_a_position_is_kept_and_nonsense_is_the_beginning(folder, library, article):
    assert library.position(article) == 0
    library.save_position(article, 40)
    assert Library(folder).position(article) == 40
    library.save_position(article, 10_000)
    assert library.position(article) == len(article.text)
    (path,) = (folder / "positions").iterdir()
    path.write_bytes(b'{"lesart": nonsense')
    assert library.position(article) == 0

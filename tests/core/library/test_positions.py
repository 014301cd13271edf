"""Where a reader left off."""

import pytest

from core.library import Library, durable_files


def test_a_position_is_kept_and_nonsense_is_the_beginning(folder, library, article):
    assert library.position(article) == 0
    library.save_position(article, 40)
    assert Library(folder).position(article) == 40
    library.save_position(article, 10_000)
    assert library.position(article) == len(article.text)
    (path,) = (folder / "positions").iterdir()
    for each in (path, folder / "backup" / "positions" / path.name):
        each.write_bytes(b'{"lesart": nonsense')
    assert library.position(article) == 0


@pytest.mark.parametrize("harm", ["flip", "cut", "remove"])
def test_a_damaged_position_has_a_copy(folder, library, article, harm):
    library.save_position(article, 40)
    path = folder / "positions" / f"{article.key}.json"
    content = bytearray(path.read_bytes())
    if harm == "flip":
        content[content.index(b"40")] ^= 1
        path.write_bytes(content)
    elif harm == "cut":
        path.write_bytes(content[:50])
    else:
        path.unlink()
    assert Library(folder).position(article) == 40


def test_a_position_is_on_disk_when_it_is_kept(library, article, monkeypatch):
    synced = []
    monkeypatch.setattr(durable_files.os, "fsync", synced.append)
    library.save_position(article, 40)
    assert synced

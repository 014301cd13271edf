"""Drafts of notes: stored on disk, one small file per article, until they are saved or emptied."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from threading import Lock

from core.library.durable_files import write


class Drafts(MutableMapping[str, str]):
    """The drafts of one article by the place they belong to ("120:134", "article").

    A change counts at once in memory and is on disk when `save` returns.
    """

    def __init__(self, folder: Path | None, key: str) -> None:
        """Read those of the article with that key from `folder`; without a folder they last as long as the program."""
        self._path = folder / f"{key}.json" if folder else None
        self._writing = Lock()
        self.are_on_disk = False
        """Whether the last save has reached the disk: if so, no draft is lost by leaving."""
        self._texts = self._read()
        self._saved = dict(self._texts)

    def _read(self) -> dict[str, str]:
        if self._path is None:
            return {}
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return {}
        import json  # only here: most articles have no drafts

        try:
            kept = json.loads(text)
        except ValueError:
            return {}
        self.are_on_disk = True
        return {str(place): str(text) for place, text in kept.items()} if isinstance(kept, dict) else {}

    def __getitem__(self, place: str) -> str:
        return self._texts[place]

    def __setitem__(self, place: str, text: str) -> None:
        self._texts[place] = text

    def __delitem__(self, place: str) -> None:
        del self._texts[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def save(self) -> None:
        """Put the drafts on disk as they are now, and the file away where there is none left. May be called apart.

        Never fails: `are_on_disk` says what came of it.
        """
        if self._path is None:
            return
        import json

        with self._writing:
            texts = dict(self._texts)
            if texts == self._saved:
                return
            try:
                if texts:
                    write(
                        self._path, json.dumps(texts, ensure_ascii=False, indent=1).encode("utf-8", "replace")
                    )
                else:
                    self._path.unlink(missing_ok=True)
            except OSError:
                self.are_on_disk = False
            else:
                self._saved, self.are_on_disk = texts, True

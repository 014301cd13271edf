"""Where Lesart's own files lie, and where it keeps what belongs to the reader."""

import os
from pathlib import Path
from typing import NamedTuple

from platformdirs import PlatformDirs

ASSETS = Path(__file__).resolve().parent.parent / "assets"
"""What is shipped as data: models, lexicon tables, sample articles, the style sheet."""

DEMO = ASSETS / "samples" / "hafenkoenigin.txt"
"""The article to try things with."""

ENGLISH_DEMO = DEMO.with_name("lighthouse.txt")
"""The same in English."""


class Locations(NamedTuple):
    """The folders of one reader. None of them need exist yet."""

    config: Path
    library: Path
    cache: Path
    exports: Path
    """Where articles and passages are written to that the reader takes along."""


def locations() -> Locations:
    """Folders for this user: below `LESART_HOME` where that is set, else where the platform keeps such things."""
    home = os.environ.get("LESART_HOME")
    if home:
        root = Path(home).expanduser()
        return Locations(root / "config", root / "library", root / "cache", root / "exports")
    dirs = PlatformDirs("lesart", appauthor=False)
    exports = dirs.user_documents_path / "Lesart"
    return Locations(dirs.user_config_path, dirs.user_data_path / "library", dirs.user_cache_path, exports)

"""The cache of analyses. It can be thrown away at any time: what is missing or damaged is made again."""

import contextlib
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from core.analysis import Actor, ActorKind, Analysis
from core.analysis.serialise import analysis_from_dict, analysis_to_dict
from core.articles import Article
from core.library import durable_files
from core.library.errors import LibraryError
from core.library.file_format import UnsoundError, pack, unpack

_KIND = "analysis"
_ACTORS, _QUOTES = b'"actors": [', b'], "quotes": ['
"""What stands before the actors in a file, and behind them. Within a name the marks would be escaped."""


class AnalysisCache:
    """One file an article, holding the analysis by the pipeline that was last used on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, article: Article, pipeline: Callable[[str], str] | None = None) -> Analysis | None:
        """The analysis of this very article, if what `pipeline` names for its language has made it, or None.

        Without `pipeline`, the one that was made last, by whatever it was.
        """
        try:
            document = unpack(_KIND, self._path(article).read_bytes())[_KIND]["1"]
            if document["article"] != _fingerprint(article):
                return None
            analysis = analysis_from_dict(document["analysis"])
        except (OSError, LookupError, TypeError, UnsoundError, LibraryError, ValueError):
            return None
        return analysis if pipeline is None or analysis.pipeline == pipeline(analysis.language) else None

    def cast(self, key: str) -> tuple[Actor, ...] | None:
        """Names, kinds and aliases of the actors in the analysis kept for an article, or None where there is none.

        A tenth of the cost of `load`, for looking through all articles: neither checked nor read further than that.
        """
        try:
            content = (self._folder / f"{key}.json").read_bytes()
            start = content.index(_ACTORS) + len(_ACTORS) - 1
            end = content.index(_QUOTES, start) + 1
            actors = json.loads(content[start:end].decode("utf-8", "surrogatepass"))
            return tuple(
                Actor(each["id"], each["name"], ActorKind(each["kind"]), tuple(each["aliases"]))
                for each in actors
            )
        except (OSError, LookupError, TypeError, ValueError):
            return None

    def keep(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis if that can be done."""
        document = {"article": _fingerprint(article), "analysis": analysis_to_dict(analysis)}
        with contextlib.suppress(OSError):
            durable_files.make_folder(self._folder)
            durable_files.write(
                self._path(article), pack(_KIND, {_KIND: {"1": document}}, indent=None), durable=False
            )

    def _path(self, article: Article) -> Path:
        return self._folder / f"{article.key}.json"


def _fingerprint(article: Article) -> str:
    """Hash of what an analysis depends on beside the text: the same words in other blocks are read otherwise."""
    blocks = [
        (block.kind.value, block.start, block.end, block.repeats, block.dateline) for block in article.blocks
    ]
    return sha256(repr((article.language, blocks)).encode()).hexdigest()

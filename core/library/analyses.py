"""The cache of analyses. It can be thrown away at any time: what is missing or damaged is made again."""

import contextlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from core.analysis import Analysis
from core.analysis.serialise import analysis_from_dict, analysis_to_dict
from core.articles import Article
from core.library import durable_files
from core.library.errors import LibraryError
from core.library.file_format import UnsoundError, pack, unpack

_KIND = "analysis"


class AnalysisCache:
    """One file per article, holding the analysis by the pipeline that was last used on it."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        """Where analyses are kept, None for nowhere."""

    def load(self, article: Article, pipeline: Callable[[str], str] | None = None) -> Analysis | None:
        """The analysis of this very article if it was made by what `pipeline` names for its language, else None.

        Without `pipeline`, the one that was made last, by whatever it was.
        """
        if self.folder is None:
            return None
        try:
            document = unpack(_KIND, (self.folder / f"{article.key}.json").read_bytes())[_KIND]["1"]
            if document["article"] != fingerprint_of(article):
                return None
            analysis = analysis_from_dict(document["analysis"])
        except (OSError, LookupError, TypeError, UnsoundError, LibraryError, ValueError):
            return None
        return analysis if pipeline is None or analysis.pipeline == pipeline(analysis.language) else None

    def keep(self, article: Article, analysis: Analysis) -> bool:
        """Keep an analysis if that can be done. Returns whether it was."""
        if self.folder is None:
            return False
        document = {"article": fingerprint_of(article), "analysis": analysis_to_dict(analysis)}
        with contextlib.suppress(OSError):
            content = pack(_KIND, {_KIND: {"1": document}}, indent=None)
            durable_files.write(self.folder / f"{article.key}.json", content, durable=False)
            return True
        return False


def fingerprint_of(article: Article) -> str:
    """Hash of what an analysis depends on besides the text: the same words in other blocks are read differently."""
    blocks = [
        (block.kind.value, block.start, block.end, block.repeats, block.dateline) for block in article.blocks
    ]
    return sha256(repr((article.language, blocks)).encode()).hexdigest()

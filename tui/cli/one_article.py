"""The work of `lesart analyze` on one article, without what archives need."""

from argparse import Namespace

from core.analysis.serialise import to_dict
from core.analyzer.once import analyze_once
from core.articles import Article
from core.articles.errors import SourceError
from core.articles.feed_signs import FeedError
from core.articles.late import late
from core.articles.source_names import is_address, is_id
from core.articles.sources import read_articles
from core.system_errors import cause
from core.translation import _
from tui.cli.output import complain, inform, print_json
from tui.cli.own_library import own_library


def run(chosen: Namespace) -> int:
    """Write one analysis as an object that can be read; the exit status."""
    source: str = chosen.sources[0]
    try:
        articles = _read(source)
        if len(articles) > 1:
            several = _(
                "{source} holds {number} articles: use --format jsonl, or name one, as {first}."
            ).format(source=source, number=len(articles), first=articles[0].source)
            return complain(several)
        inform(articles[0].notice)
        data = to_dict(articles[0], analyze_once(articles[0]))
    except FeedError:
        return complain(
            _("{source} is a feed: use --format jsonl to analyse its articles.").format(source=source)
        )
    except SourceError as error:
        return complain(str(error))
    except OSError as error:
        return complain(_("Cannot analyse {source}: {error}.").format(source=source, error=cause(error)))
    print_json(data)
    return 0


def _read(source: str) -> list[Article]:
    """The articles in a source, or what the library has of an address or an id; a file does without the library."""
    if not (is_address(source) or is_id(source)):
        return read_articles(source)
    found: list[Article] = late("core.library.known_sources:read_any")(own_library(), source)
    return found

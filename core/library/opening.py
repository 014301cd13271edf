"""Open an article: file it, and carry over the annotations of an earlier version."""

import contextlib
from dataclasses import replace

from core.annotations.anchoring import How, Placed
from core.annotations.annotation import Annotation, now
from core.articles import Article
from core.library.conflicts import sentence, strays
from core.library.errors import LibraryError
from core.library.records import ANNOTATIONS, ARTICLES, ArticleRecord, Shelf
from core.library.states import opened
from core.library.stores import Stores
from core.translation import N_, _

EARLIER = N_("This is an earlier version of the article; a later one is in the library.")


def open_article(stores: Stores, article: Article, position: int, unseen: bool = False) -> Shelf:
    """File an article and say all that is known of it; `position` is where reading stopped.

    Its state stays as it is if it is `unseen`: a script opened it, and the reader did not.

    Never fails: when the library cannot be read or written the shelf has a warning, and is as full as it can be.
    """
    key, moment = article.key, now()
    seen = len(stores.files.damage)
    warning: str | None = None
    notice: str | None = None
    earlier: tuple[int, int] | None = None
    annotations: tuple[Annotation, ...] = ()
    others = tuple(
        filter(None, (sentence(stores.files, key, path) for key, path in strays(stores.files, key)))
    )
    record = ArticleRecord(key, article.title, article.source, article.language, moment, moment)
    try:
        # What is there is read first, for a library that can be read but not written.
        annotations = stores.annotations.in_text(key, article.text)
        document = stores.articles.file(article)
        for kind in (ARTICLES, ANNOTATIONS):
            stores.files.renew_copy(kind, key)
        before = stores.states.load(key)
        if not unseen:
            stores.states.change(key, opened(moment))
        if document["following"]:
            notice, earlier = _(EARLIER), _number(stores, key)
        record = replace(record, first_opened=document["first_opened"], previous=document["previous"])
        with contextlib.suppress(LibraryError):
            record = stores.overview.record(key) or record
        if record.previous:
            carried = stores.annotations.carry_over(record.previous, key, article.text)
            # It may have been filed before, with its marks, and not seen.
            if not unseen and (before is None or not before.opened):
                carried = stores.annotations.carried(key, article.text)
            notice = _carried_words(carried) or notice
            annotations = stores.annotations.in_text(key, article.text)
        record = replace(record, annotations=sum(each.correction is None for each in annotations))
    except LibraryError as error:
        warning = str(error)
        annotations = annotations or _of_earlier(stores, article)
    damage = tuple(stores.files.damage[seen:])
    return Shelf(record, annotations, position, damage, warning, others, notice, earlier)


def _number(stores: Stores, key: str) -> tuple[int, int] | None:
    """Which version an article is, and of how many; None if that is not known, or it is the last."""
    with contextlib.suppress(LibraryError):
        versions = [record.key for record in stores.overview.versions(key)]
        if key in versions[:-1]:
            return versions.index(key) + 1, len(versions)
    return None


def _of_earlier(stores: Stores, article: Article) -> tuple[Annotation, ...]:
    """What a version that cannot be filed now would get from the one before it; nothing if that is unknown."""
    with contextlib.suppress(LibraryError):
        if not stores.articles.kept(article.key) and (earlier := stores.articles.earlier(article)):
            return stores.annotations.in_text(earlier.key, article.text)
    return ()


def _carried_words(carried: tuple[Placed, ...]) -> str:
    """What became of the marks of an earlier version, in a sentence; empty if there were none.

    Corrections are no marks: those that do not fit the text any more are told of with its analysis.
    """
    carried = tuple(each for each in carried if each.annotation.correction is None)
    if not carried:
        return ""
    guessed = sum(each.located is not None and each.located.how is How.APPROXIMATE for each in carried)
    lost = sum(each.located is not None and each.located.how is How.ORPHAN for each in carried)
    found = len(carried) - guessed - lost
    parts = [_("{number} found their place again").format(number=found)] if found else []
    parts += [_("{number} are where similar words are").format(number=guessed)] if guessed else []
    parts += [_("{number} lost their words").format(number=lost)] if lost else []
    return _("The text has changed since you read it: of your {number} marks {parts}.").format(
        number=len(carried), parts=", ".join(parts)
    )

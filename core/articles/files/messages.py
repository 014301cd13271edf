"""The article in a mail, or in a page that was saved as one (MHTML)."""

import re
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from core.articles.article import Article, BlockKind, Publication
from core.articles.composing import Composition
from core.articles.errors import SourceError
from core.articles.files.mail_lines import Forwarded, is_announced_answer, prose, unflowed, without_forwarding
from core.articles.files.mail_text import newsletter_story
from core.articles.files.markup import Passage, parsed, passages
from core.articles.files.saved_page import saved_page_article
from core.articles.source_names import spoken
from core.articles.titles import title_of
from core.articles.web.charset import characters
from core.translation import _

_PREFIX = re.compile(r"(?:(?:re|aw|antw|fw|fwd|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_COUNT = re.compile(rb"\d+\s*\n")
"""The length of a message, which Apple Mail writes in front of it."""
_ATTACHED = re.compile(rb"(?:[A-Za-z0-9+/]{40,}={0,2}\r?\n){10000,}")
"""A large file in a mail; no text is that long, and parsing it would take many times its size in memory."""
_MARKUP = re.compile(r"<(?:html|body|table|div|p)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_OWN = 120
"""Characters that make what is written above an answered mail a text of its own."""
_MOST_NESTED = 8
"""Messages forwarded within messages."""


def message_articles(data: bytes, source: str) -> list[Article]:
    """The article in a file that is a mail or a page saved as one. Raises SourceError."""
    return [message_article(data, source)]


def message_article(data: bytes, source: str) -> Article:
    """The article in a mail: its subject is the headline. Raises SourceError if it holds no text."""
    data = _ATTACHED.sub(b"", data)
    found = _COUNT.match(data)
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(
        data[found.end() :] if found else data
    )
    page = _saved_page(message)
    if page is not None:
        payload = page.get_payload(decode=True)
        address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
        data = payload if isinstance(payload, bytes) else b""
        return saved_page_article(data, source, address, page.get_content_charset() or "")
    message = _innermost(message)
    story, forwarded = _story(message)
    subject = _PREFIX.sub("", forwarded.subject or _header(message, "Subject")).strip()
    composition = Composition()
    composition.add(BlockKind.HEADLINE, subject)
    for each in story:
        if each.words != subject or composition.blocks[1:]:
            composition.add(each.kind, each.words, told=each.told)
    text, blocks = composition.finished()
    if not any(block.kind is not BlockKind.HEADLINE for block in blocks):
        raise SourceError(
            _("Nothing to read in {source}: the mail holds no text.").format(source=spoken(source))
        )
    title, about = subject or title_of(text, blocks), _publication(message, forwarded)
    return Article(source, text, blocks, "und", title, about, links=tuple(composition.links))


def _saved_page(message: EmailMessage) -> EmailMessage | None:
    """The page in a message that is one, as browsers save them; None for a mail."""
    if message.get_content_type() != "multipart/related" or message["To"] or message["Received"]:
        return None
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    located = [part for part in pages if part["Content-Location"]]
    return located[0] if located else None


def _innermost(message: EmailMessage) -> EmailMessage:
    """The message that was forwarded as an attachment of a message with little text of its own, or the message."""
    for _level in range(_MOST_NESTED):
        inner = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
        if not inner or not _PREFIX.match(_header(message, "Subject")):
            break
        payload = inner[0].get_payload()
        if not isinstance(payload, list) or not isinstance(payload[0], EmailMessage):
            break
        message = payload[0]
    return message


def _story(message: EmailMessage) -> tuple[list[Passage], Forwarded]:
    """The passages of the text, and the head of the mail that it was forwarded from."""
    part = _body(message)
    if part is None:
        return [], Forwarded()
    words = _words(part)
    broken = part.get_content_maintype() == "multipart" and _MARKUP.search(words)
    marked = part.get_content_subtype() == "html" or broken or _DOCUMENT.match(words)
    root = parsed(words) if marked else None
    if root is not None:
        story = newsletter_story(_without_answered(passages(root)))
        kept, forwarded = without_forwarding(["\n".join(each.lines) or each.words for each in story])
        return [story[index] for index in kept], forwarded
    if str(part.get_param("format", "")).lower() == "flowed":
        words = unflowed(words, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    paragraphs, forwarded = prose(words)
    return newsletter_story([Passage(kind, each) for kind, each in paragraphs]), forwarded


def _without_answered(story: list[Passage]) -> list[Passage]:
    """The passages above the mail that is answered; all but the line that announces it, if there is little above."""
    at = next((index for index, each in enumerate(story) if is_announced_answer(each.words)), None)
    if at is None:
        return story
    own = sum(len(each.words) for each in story[:at])
    return story[:at] if own >= _OWN else story[:at] + story[at + 1 :]


def _body(message: EmailMessage) -> EmailMessage | None:
    """The part that holds the text: HTML rather than plain, and, if the structure is broken, whatever there is."""
    try:
        part = message.get_body(("html", "plain"))
    except (AttributeError, KeyError, TypeError, ValueError):
        part = None
    if isinstance(part, EmailMessage) and _words(part).strip():
        return part
    leaves = [each for each in message.walk() if isinstance(each.get_payload(), str)]
    texts = [each for each in leaves if each.get_content_maintype() in ("text", "multipart")]
    texts.sort(key=lambda each: each.get_content_subtype() != "html")
    return next((each for each in texts if _words(each).strip()), None)


def _words(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        payload = str(part.get_payload()).encode("utf-8", "surrogateescape")
    try:
        charset = part.get_content_charset() or ""
    except (AttributeError, LookupError, ValueError):
        charset = ""
    return characters(payload, charset).replace("\r\n", "\n").replace("\r", "\n")


def _header(message: EmailMessage, name: str) -> str:
    """A header as text, with bytes that nobody declared an encoding for."""
    try:
        value = str(message.get(name, ""))
    except (AttributeError, IndexError, LookupError, TypeError, ValueError):
        value = next((str(raw) for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    if any("\udc80" <= char <= "\udcff" for char in value):
        value = characters(value.encode("utf-8", "surrogateescape"))
    return " ".join(value.split())


def _publication(message: EmailMessage, forwarded: Forwarded) -> Publication:
    names = [name for name, _ in getaddresses([forwarded.sender or _header(message, "From")]) if name]
    is_list = any(message[name] for name in ("List-Unsubscribe", "List-Id", "List-Post"))
    sender = "" if not names or "@" in names[0] else names[0].strip("\"' ")
    own = "" if forwarded.sender else _day(_header(message, "Date"))
    about = Publication(published=forwarded.day or own, message=_header(message, "Message-ID"))
    if not sender:
        return about
    return (
        replace(about, site=sender) if is_list and not forwarded.sender else replace(about, authors=(sender,))
    )


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return ""

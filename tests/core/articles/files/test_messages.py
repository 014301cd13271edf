"""Mails: the text without what only concerns the mail, every paragraph as it was written."""

import mailbox
import plistlib
import quopri
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from core.articles import Publication
from core.articles.errors import SourceError
from core.articles.files.mail_lines import day_in, unflowed
from core.articles.files.mailbox import mailbox_articles
from core.articles.files.messages import message_article
from core.articles.files.web_archive import web_archive_articles
from core.articles.sources import read_articles
from tests.core.articles.files.prose import (
    BUND,
    ENDE,
    GRANIT,
    HEADLINE,
    KAI,
    LOTSE,
    MUEHLE,
    RAT,
    C,
    Gold,
    H,
    L,
    P,
    S,
    paragraphs,
    read_blocks,
)
from tests.core.articles.web.pages import page

HEAD = [(H, HEADLINE)]
TRACKED = "https://klick.uferbote.example/t/" + "a1B2c3" * 12


def mail(subject: str = HEADLINE, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Ida Morgen <ida@uferbote.example>")
    message["To"] = "leser@kanal.example"
    message["Subject"] = subject
    message["Date"] = format_datetime(datetime(2025, 3, 4, 7, 30, tzinfo=UTC))
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def wrapped(text: str, width: int = 68, *, flowed: bool = False) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line + (" " if flowed else ""))
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def plain(*words: str, **headers: str) -> bytes:
    message = mail(**headers)
    message.set_content("\n\n".join(map(wrapped, words)) + "\n")
    return message.as_bytes()


def marked(words: str) -> str:
    return words.replace("&", "&amp;")


NEWSLETTER = f"""<html><head><style>p.x, .y {{display: none}} @media print {{.p {{display: none}}}}</style></head>
<body style="margin:0">
<p class="x">Vorschau der Ausgabe</p>
<div style="display:none;max-height:0">Heute im Uferbriefkasten: Tor und Granit &zwnj;&nbsp;&zwnj;&nbsp;</div>
<table role="presentation" width="600"><tr><td align="right"><a href="{TRACKED}">Im Browser ansehen</a></td></tr>
<tr><td><img src="{TRACKED}.gif" width="1" height="1" alt=""><h1>Uferbriefkasten</h1></td></tr>
<tr><td><table><tr><td><p>{KAI}</p><p>{RAT} <a href="{TRACKED}">{ENDE}</a></p></td></tr></table></td></tr>
<tr><td><h2>Was der Granit kostet</h2><p class="p">{GRANIT}</p><p><a href="{TRACKED}">Weiterlesen</a></p></td></tr>
<tr><td><table><tr><th>Jahr</th><th>Kähne</th></tr>
<tr><td>2023</td><td>412</td></tr><tr><td>2024</td><td>37</td></tr>
</table></td></tr>
<tr><td style="font-size:11px">Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben.
<a href="{TRACKED}">Abmelden</a>
<br><br>Uferbote Verlag GmbH, Am Deich 1, 24999 Hohenwarft<br><br>
Impressum | Datenschutz</td></tr></table></body></html>"""


def newsletter() -> bytes:
    message = mail(sender="Der Uferbote <brief@uferbote.example>", List_Unsubscribe=f"<{TRACKED}>")
    message.set_content("Diese Nachricht braucht HTML.")
    message.add_alternative(NEWSLETTER, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def text_newsletter() -> bytes:
    words = (
        f"Im Browser lesen: {TRACKED}\n\n{'=' * 60}\n\n{wrapped(KAI)}\n<{TRACKED}>\n\nWAS DER GRANIT KOSTET\n\n"
        f"{wrapped(GRANIT)}\n\nMehr dazu ({TRACKED})\n\n{wrapped(RAT)}\n\n{'-' * 60}\n"
        f"Newsletter abbestellen: {TRACKED}\nUferbote Verlag GmbH, Am Deich 1\n"
    )
    message = mail(List_Id="Der Uferbote <brief.uferbote.example>")
    message.set_content(words)
    return message.as_bytes()


def forwarded() -> bytes:
    words = (
        "Lies das einmal!\n\n-------- Weitergeleitete Nachricht --------\nBetreff: "
        + HEADLINE
        + "\nDatum: Tue, 4 Mar "
        "2025 07:30:00 +0000\nVon: Wiebke Jansen <wj@hafen.example>\nAn: ida@uferbote.example\n\n"
    ) + "\n\n".join(map(wrapped, (KAI, RAT)))
    message = mail(subject="Fwd: " + HEADLINE)
    message.set_content(words)
    return message.as_bytes()


def forwarded_as_html() -> bytes:
    head = "".join(
        f"<b>{key}:</b> {value}<br>"
        for key, value in (
            ("Von", "Wiebke Jansen &lt;wj@hafen.example&gt;"),
            ("Gesendet", "Dienstag, 4. März 2025 08:30"),
            ("An", "Ida Morgen"),
            ("Betreff", HEADLINE),
        )
    )
    message = mail(subject="WG: " + HEADLINE)
    message.set_content("x")
    message.add_alternative(
        f"<html><body><div>{head}</div><p>{KAI}</p><p>{RAT}</p></body></html>", subtype="html"
    )
    return message.as_bytes()


def attached() -> bytes:
    inner = mail(sender="Wiebke Jansen <wj@hafen.example>")
    inner.set_content("\n\n".join(map(wrapped, (KAI, BUND))))
    outer = mail(subject="Fwd: " + HEADLINE)
    outer.set_content("Siehe Anhang.")
    outer.add_attachment(inner)
    return outer.as_bytes()


def flowed() -> bytes:
    text = "\n\n".join(wrapped(each, flowed=True) for each in (KAI, RAT, MUEHLE))
    message = mail()
    message.set_content(text + "\n-- \nIda Morgen\nDer Uferbote\n")
    message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    return message.as_bytes()


def answered() -> bytes:
    quoted = "\n".join(f"> {line}" for line in wrapped(LOTSE).split("\n"))
    message = mail(subject="Re: " + HEADLINE)
    message.set_content(
        f"{wrapped(KAI)}\n\nAm 3. März 2025 schrieb Enno Brandt:\n{quoted}\n\n{wrapped(RAT)}\n"
    )
    return message.as_bytes()


def raw(head: str, body: bytes) -> bytes:
    lines = (
        f"From: Ida Morgen <ida@uferbote.example>\r\nDate: Tue, 4 Mar 2025 07:30:00 +0000\r\n{head}\r\n\r\n"
    )
    return lines.encode("utf-8") + body


SUBJECT = f"Subject: {HEADLINE}\r\n"
CRLF = "\r\n\r\n".join(wrapped(each).replace("\n", "\r\n") for each in (KAI, RAT)).encode()
HTML = f"<html><body><p>{KAI}</p><p>{RAT}</p></body></html>".encode()

FORWARDED_HTML = {
    "Gmail": (
        '<div dir="ltr"><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------'
        "<br>Von: <strong>Wiebke Jansen</strong> <span>&lt;<a href='mailto:wj@hafen.example'>wj@hafen.example</a>&gt;"
        f"</span><br>Date: Di., 4. März 2025 um 08:30 Uhr<br>Subject: {HEADLINE}<br>To: Ida &lt;i@u.example&gt;<br>"
        f"</div><br><br><p>{KAI}</p><p>{RAT}</p></div></div>"
    ),
    "Thunderbird": (
        '<p><br></p><div class="moz-forward-container">-------- Weitergeleitete Nachricht --------<table>'
        f"<tr><th>Betreff: </th><td>{HEADLINE}</td></tr>"
        "<tr><th>Datum: </th><td>Tue, 4 Mar 2025 07:30:00 +0000</td></tr>"
        "<tr><th>Von: </th><td>Wiebke Jansen &lt;wj@hafen.example&gt;</td></tr><tr><th>An: </th><td>i@u.example</td>"
        f"</tr></table><br><p>{KAI}</p><p>{RAT}</p></div>"
    ),
    "Apple Mail": (
        "<div>Anfang der weitergeleiteten Nachricht:</div><br><div><b>Von: </b>Wiebke Jansen &lt;wj@hafen.example&gt;"
        f"</div><div><b>Betreff: </b>{HEADLINE}</div><div><b>Datum: </b>4. März 2025 um 08:30:00 MEZ</div>"
        f"<div><b>An: </b>Ida</div><br><div>{KAI}</div><div>{RAT}</div>"
    ),
}


@pytest.mark.parametrize("program", FORWARDED_HTML)
def test_programs_write_the_head_of_a_forwarded_mail_each_in_its_way(program: str) -> None:
    message = mail(subject=f"Fwd: {HEADLINE}")
    message.set_content(FORWARDED_HTML[program], subtype="html")
    article = message_article(message.as_bytes(), "a.eml")
    assert read_blocks(article) == [*HEAD, *paragraphs(KAI, RAT)]
    assert article.publication == Publication(("Wiebke Jansen",), "2025-03-04")


def test_what_an_html_mail_answers_is_left_out() -> None:
    message = mail(subject=f"AW: {HEADLINE}")
    quoted = f"<div>Am 3. März 2025 um 9:00 schrieb Enno Brandt:</div><blockquote><p>{LOTSE}</p></blockquote>"
    message.set_content(f"<p>{KAI}</p>{quoted}", subtype="html")
    assert read_blocks(message_article(message.as_bytes(), "a.eml")) == [*HEAD, (P, KAI)]
    message.set_content(f"<p>Siehe unten.</p>{quoted}", subtype="html")
    assert read_blocks(message_article(message.as_bytes(), "a.eml")) == [
        *HEAD,
        *paragraphs("Siehe unten.", LOTSE),
    ]


MAILS: dict[str, tuple[bytes, Gold]] = {
    "plain text, wrapped": (plain(KAI, RAT, GRANIT), [*HEAD, *paragraphs(KAI, RAT, GRANIT)]),
    "newsletter in tables with tracking links": (
        newsletter(),
        [
            *HEAD,
            (S, "Uferbriefkasten"),
            *paragraphs(KAI, f"{RAT} {ENDE}"),
            (S, "Was der Granit kostet"),
            (P, GRANIT),
            (L, "Jahr | Kähne"),
            (L, "2023 | 412"),
            (L, "2024 | 37"),
        ],
    ),
    "newsletter as text": (
        text_newsletter(),
        [*HEAD, (P, KAI), (S, "WAS DER GRANIT KOSTET"), *paragraphs(GRANIT, RAT)],
    ),
    "forwarded in the text": (forwarded(), [*HEAD, (P, "Lies das einmal!"), *paragraphs(KAI, RAT)]),
    "forwarded as HTML": (forwarded_as_html(), [*HEAD, *paragraphs(KAI, RAT)]),
    "forwarded as an attachment": (attached(), [*HEAD, *paragraphs(KAI, BUND)]),
    "format=flowed with a signature": (flowed(), [*HEAD, *paragraphs(KAI, RAT, MUEHLE)]),
    "an answer with a quotation": (answered(), [*HEAD, *paragraphs(KAI, RAT)]),
    "a boundary that is missing": (
        raw(f'{SUBJECT}MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="xyz"', HTML),
        [*HEAD, *paragraphs(KAI, RAT)],
    ),
    "a last boundary that is missing, and a part without a type": (
        raw(
            f'{SUBJECT}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="xyz"',
            b"--xyz\r\n\r\n" + CRLF,
        ),
        [*HEAD, *paragraphs(KAI, RAT)],
    ),
    "an encoding that does not exist, and a raw subject": (
        raw(f"{SUBJECT.replace('Schleuse', 'Schleuse')}Content-Type: text/plain; charset=x-unbekannt", CRLF),
        [*HEAD, *paragraphs(KAI, RAT)],
    ),
    "quoted-printable in Windows-1252, and an encoded subject": (
        raw(
            "Subject: =?windows-1252?Q?=84Gr=F6=DFe=93_am_Kai?=\r\nContent-Type: text/plain; charset=windows-1252\r\n"
            "Content-Transfer-Encoding: quoted-printable",
            quopri.encodestring(CRLF.decode().encode("cp1252")),
        ),
        [(H, "„Größe“ am Kai"), *paragraphs(KAI, RAT)],
    ),
    "pictures with captions and lists": (
        raw(
            f"{SUBJECT}Content-Type: text/html; charset=utf-8",
            f"<p>{KAI}</p><figure><img src=a><figcaption>Das Tor im Mai</figcaption></figure>"
            f"<ul><li>480 Euro</li><li>zwei Schuten</li></ul><blockquote>{marked(MUEHLE)}</blockquote>".encode(),
        ),
        [*HEAD, (P, KAI), (C, "Das Tor im Mai"), (L, "480 Euro"), (L, "zwei Schuten"), (P, MUEHLE)],
    ),
}


@pytest.mark.parametrize("name", MAILS)
def test_every_paragraph_of_a_mail(name: str) -> None:
    data, gold = MAILS[name]
    assert read_blocks(message_article(data, "a.eml")) == gold


def test_who_wrote_a_mail_and_when() -> None:
    day = "2025-03-04"
    assert message_article(MAILS["plain text, wrapped"][0], "-").publication == Publication(
        ("Ida Morgen",), day
    )
    letter = message_article(MAILS["newsletter in tables with tracking links"][0], "-")
    assert letter.publication == Publication((), day, "Der Uferbote")
    for name in ("forwarded in the text", "forwarded as HTML", "forwarded as an attachment"):
        assert message_article(MAILS[name][0], "-").publication == Publication(("Wiebke Jansen",), day)


def test_a_mailbox_holds_an_article_for_each_mail(tmp_path: Path) -> None:
    path = tmp_path / "briefe.mbox"
    box = mailbox.mbox(path)
    for subject, words in (("Eins", f"{KAI}\n\nFrom hier an ging es bergab.\n"), ("Leer", ""), ("Zwei", RAT)):
        message = mail(subject=subject)
        message.set_content(words)
        box.add(mailbox.mboxMessage(message))
    box.close()
    articles = read_articles(str(path))
    assert [article.title for article in articles] == ["Eins", "Zwei"]
    assert [article.source for article in articles] == [f"{path}#1", f"{path}#2"]
    assert "\nFrom hier an" in articles[0].text


def test_a_mailbox_that_is_none_is_one_mail_or_one_sentence() -> None:
    assert [each.title for each in mailbox_articles(plain(KAI), "a.mbox")] == [HEADLINE]
    with pytest.raises(SourceError, match=r"a\.mbox: the mailbox holds no mail"):
        mailbox_articles(b"\n\n", "a.mbox")


def test_a_mail_without_text_is_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"a\.eml: the mail holds no text"):
        message_article(raw(f"{SUBJECT}Content-Type: image/png", b"\x89PNG"), "a.eml")


def test_lines_are_unflowed_with_quotations_kept_apart() -> None:
    assert (
        unflowed("eins \nzwei\n> drei \n> vier\nfünf \n> sechs") == "eins zwei\n> drei vier\nfünf \n> sechs"
    )
    assert unflowed("Schleu \nse", delete_space=True) == "Schleuse"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Tue, 4 Mar 2025 07:30:00 +0000", "2025-03-04"),
        ("Dienstag, 4. März 2025 08:30", "2025-03-04"),
        ("04.03.25, 8:30", "2025-03-04"),
        ("March 4, 2025 at 8:30 AM", "2025-03-04"),
        ("2025-03-04T08:30", "2025-03-04"),
        ("gestern", ""),
        ("31.02.2025", ""),
    ],
)
def test_days_in_the_heads_of_forwarded_mails(words: str, day: str) -> None:
    assert day_in(words) == day


def test_a_page_saved_as_a_message_is_a_page() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://uferbote.example/hafen/tor?utm_source=x"
    message["Subject"] = "Am Kai"
    message.set_content(page(""), subtype="html", cte="quoted-printable")
    message.make_related()
    part = next(iter(message.iter_parts()))
    part["Content-Location"] = "https://uferbote.example/hafen/tor"
    article = message_article(message.as_bytes(), "tor.mhtml")
    assert article.title == "Am Kai"
    assert article.source == "tor.mhtml"
    assert article.publication is not None
    assert article.publication.address == "https://uferbote.example/hafen/tor"


def test_a_web_archive_is_a_page() -> None:
    main = {
        "WebResourceData": page("").encode(),
        "WebResourceURL": "https://uferbote.example/hafen/tor",
        "WebResourceTextEncodingName": "UTF-8",
    }
    [article] = web_archive_articles(
        plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY), "a.webarchive"
    )
    assert article.title == "Am Kai"
    assert article.publication is not None
    assert article.publication.address == "https://uferbote.example/hafen/tor"
    with pytest.raises(SourceError, match="or damaged"):
        web_archive_articles(b"bplist00", "a.webarchive")


def test_where_a_page_was_saved_from_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tor.html"
    picture = "data:image/png;base64," + "A" * 400_000
    head = (
        "<!--\n Page saved with SingleFile \n url: https://uferbote.example/hafen/tor \n saved date: Tue\n-->"
    )
    html = page(f'<img src="{picture}">').replace("<html", f"{head}<html", 1)
    path.write_text(html, encoding="utf-8")
    [article] = read_articles(str(path))
    assert article.publication is not None
    assert article.publication.address == "https://uferbote.example/hafen/tor"

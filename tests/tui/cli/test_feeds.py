"""Feeds from a server on this machine: followed, fetched when asked for, only what is new, trouble beside the name."""

import json
import time
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler
from io import BytesIO, TextIOWrapper

import pytest

from core.articles.errors import SourceError
from core.articles.feed_signs import is_feed
from core.feeds.opml import NoListError, read_opml, write_opml
from core.feeds.parsing import NoFeedError, parse
from core.library import Library
from core.library.feed_store import Feed, feed_from_document
from core.library.states import State
from core.locations import locations
from tests.core.articles.web.conftest import site
from tests.core.articles.web.pages import SENTENCE, page
from tests.core.articles.web.serving import Site
from tui.cli import main
from tui.services.following import Following

__all__ = ["site"]

WHOLE = "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(12))


def rss(*items: str, title: str = "Küstenblick") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://kueste.example/</link>{''.join(items)}</channel></rss>"
    ).encode()


def item(title: str, address: str, text: str, day: str = "Sat, 14 Mar 2026 08:00:00 GMT") -> str:
    return (
        f"<item><title>{title}</title><link>{address}</link><guid>{address}</guid><pubDate>{day}</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
    )


def library() -> Library:
    where = locations()
    return Library(where.library, where.cache)


def titles() -> set[str]:
    return {record.title for record in library().articles()}


def test_the_articles_of_a_feed_are_counted_and_listed_whatever_paper_they_name(site: Site, capsys) -> None:
    entries = [
        item(name, site.put(f"/{name}", page("").replace("Am Kai", name).encode()), "Kurz …")
        for name in ("Ebbe", "Flut")
    ]
    whole = item("Watt", f"{site.address}/watt", WHOLE)
    first = site.put("/eins.xml", rss(*entries, title="Alle Meldungen"), "application/rss+xml")
    other = site.put("/zwei.xml", rss(entries[0], whole, title="Auswahl"), "application/rss+xml")
    assert main(["feed", "add", first, other]) == 0
    assert main(["fetch"]) == 0
    capsys.readouterr()
    assert main(["search", "feed:auswahl", "--format", "json"]) == 0
    listed = {hit["title"] for hit in json.loads(capsys.readouterr().out)}
    assert "Watt" in listed
    assert len(listed) == 2
    library().set_state(next(each.key for each in library().articles() if each.title == "Watt"), State.READ)
    assert main(["feed"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[3] for line in lines] == ["2 articles, 2 new", "2 articles, 1 new"]
    assert main(["search", "feed:nirgends"]) == 1


def test_a_feed_fetched_before_its_articles_were_kept_gets_them_with_the_next_fetch(site: Site) -> None:
    told = item("Ebbe", site.put("/ebbe", page("").encode()), "Kurz …")
    address = site.put("/feed.xml", rss(told), "application/rss+xml")
    main(["feed", "add", address])
    main(["fetch"])
    (feed,) = library().feeds()
    old = {**asdict(feed), "seen": list(feed.seen), "failed": []}
    del old["taken"]
    library().change_feed(address, lambda known: feed_from_document(old))
    assert library().counts(library().feeds()[0].taken) == {}
    main(["fetch"])
    assert library().counts(library().feeds()[0].taken) == {State.NEW: 1}


def test_that_there_are_no_feeds_is_said(capsys) -> None:
    assert main(["feed"]) == 0
    done = capsys.readouterr()
    assert done.out == ""
    assert "You follow no feeds yet; lesart feed add ADDRESS follows one." in done.err


def test_what_is_new_is_added_once_and_the_server_is_asked_for_no_more(site: Site, capsys) -> None:
    teaser = item("Am Kai", site.put("/kai", page("").encode()), "Nur ein Anreißer …")
    first = rss(teaser, item("Alles im Feed", f"{site.address}/ganz", WHOLE))
    address = site.put("/feed.xml", first, "application/rss+xml", ETag='"eins"')
    assert main(["feed", "add", address]) == 0
    assert "Küstenblick" in capsys.readouterr().out
    assert main(["fetch"]) == 0
    assert capsys.readouterr().out == "Küstenblick: 2 new\n"
    records = {record.title: record for record in library().articles()}
    assert records.keys() == {"Am Kai", "Alles im Feed"}
    assert {record.outlet for record in records.values()} == {"Küstenblick"}
    assert {record.published for record in records.values()} == {"2026-03-14"}
    whole = library().load_article(records["Alles im Feed"].key)
    assert whole is not None
    assert "11. Die Fähre" in whole.text
    assert f"{site.address}/ganz" not in [site.address + path for path, _ in site.requests]

    def unchanged(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(304 if handler.headers.get("If-None-Match") == '"eins"' else 200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.answers["/feed.xml"] = unchanged
    before = len(site.requests)
    assert main(["fetch", "küsten"]) == 0
    assert capsys.readouterr().out == "Küstenblick: 0 new\n"
    assert len(site.requests) == before + 1
    site.put("/feed.xml", rss(item("Neu", f"{site.address}/neu", WHOLE.replace("Fähre", "Barkasse")), teaser))
    assert main(["fetch"]) == 0
    assert capsys.readouterr().out == "Küstenblick: 1 new\n"


def test_what_was_removed_does_not_come_back(site: Site, capsys) -> None:
    address = site.put("/feed.xml", rss(item("Alles im Feed", f"{site.address}/ganz", WHOLE)))
    main(["feed", "add", address])
    main(["fetch"])
    (record,) = library().articles()
    library().remove(record.key)
    library().change_feed(address, lambda feed: type(feed)(feed.address, feed.name))
    assert main(["fetch"]) == 0
    assert library().articles() == ()


def test_one_feed_in_trouble_stops_no_other_and_says_so_beside_its_name(site: Site, capsys) -> None:
    good = site.put("/gut.xml", rss(item("Alles im Feed", f"{site.address}/ganz", WHOLE), title="Gut"))
    bad = site.put("/schlecht.xml", rss(title="Schlecht"))
    lost = site.put("/fehlt.xml", rss(item("Weg", f"{site.address}/weg", "Anreißer"), title="Fehlt"))
    assert main(["feed", "add", good, bad, lost]) == 0
    site.refuse("/schlecht.xml", 503)
    capsys.readouterr()
    assert main(["fetch"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["Gut: 1 new", "Fehlt: 1 new, 1 of them in part"], "no feed, nothing to count"
    assert "Weg" in titles()
    assert "Schlecht: The server of" in err
    assert "Fehlt: There is no page at" in err
    main(["feed"])
    lines = capsys.readouterr().out.splitlines()
    assert ["!" in line for line in lines] == [False, True, True]
    site.put("/weg", page("").encode())
    assert main(["fetch", "Fehlt"]) == 0
    assert "Am Kai" in titles()
    assert "Weg" not in titles()


def test_a_page_that_names_its_feed_will_do(site: Site, capsys) -> None:
    site.put("/feed.xml", rss())
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    assert main(["feed", "add", site.put("/", page("", head).encode()), "--name", "Mein Blatt"]) == 0
    assert [(feed.name, feed.address) for feed in library().feeds()] == [
        ("Mein Blatt", f"{site.address}/feed.xml")
    ]
    assert main(["feed", "add", site.put("/ohne", page("").encode())]) == 1
    assert "There is no feed at" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["add"], ["feed", "add"]])
def test_a_feed_saved_as_a_file_says_where_it_comes_from_and_asks_nobody(
    command, site, capsys, tmp_path
) -> None:
    address = site.put("/feed.xml", rss(), "application/rss+xml")
    saved = tmp_path / "gesichert.xml"
    own = f'<link rel="self" href="{address}"/>'
    saved.write_bytes(rss(own))
    assert main([*command, str(saved)]) == 1
    assert f"“lesart feed add {address}” follows it" in capsys.readouterr().err
    saved.write_bytes(rss().replace(b"https://kueste.example/", site.address.encode()))
    assert main([*command, str(saved)]) == 1
    assert "give “lesart feed add” the address it comes from" in capsys.readouterr().err
    with pytest.raises(SourceError, match="is a feed saved as a file"):
        Following(library(), tmp_path).add(str(saved))
    assert site.requests == []
    assert library().feeds() == ()


def test_a_file_that_is_no_feed_is_followed_by_nobody(capsys, tmp_path) -> None:
    saved = tmp_path / "text.txt"
    saved.write_text("Der Hafen ist zu.")
    assert main(["feed", "add", str(saved)]) == 1
    assert "does not say which feed to follow" in capsys.readouterr().err


def test_feeds_are_renamed_removed_and_carried_as_opml(site: Site, capsys, tmp_path) -> None:
    address = site.put("/feed.xml", rss())
    main(["feed", "add", address])
    assert main(["feed", "rename", "küstenblick", "Küste & Meer"]) == 0
    capsys.readouterr()
    assert main(["feed", "rename", "küste", " "]) == 1
    assert "the new name is empty" in capsys.readouterr().err
    assert main(["feed", "export"]) == 0
    written = capsys.readouterr().out.encode()
    assert read_opml(written) == [Feed(address, "Küste & Meer")]
    assert main(["feed", "remove", "Küste"]) == 0
    assert library().feeds() == ()
    file = tmp_path / "feeds.opml"
    file.write_bytes(written)
    assert main(["feed", "import", str(file)]) == 0
    assert main(["feed", "import", str(file)]) == 0
    assert [feed.name for feed in library().feeds()] == ["Küste & Meer"]
    assert main(["feed", "remove", "nirgends"]) == 1
    assert main(["feed", "import", str(tmp_path / "fehlt.opml")]) == 1


def test_folders_are_given_listed_and_fetched_by_command(site: Site, capsys) -> None:
    for name in ("ebbe", "flut", "watt"):
        feed = rss(item(name, f"{site.address}/{name}", WHOLE.replace("Fähre", name)), title=name)
        assert main(["feed", "add", site.put(f"/{name}.xml", feed), "--folder", "Küste/Nord"]) == 0
    assert main(["feed", "folder", "flut"]) == 0
    assert main(["feed", "folder", "watt", "küste", "Natur / Tiere"]) == 0
    assert main(["feed", "folder", "nirgends", "x"]) == 1
    assert [feed.folders for feed in library().feeds()] == [
        ("Küste/Nord",),
        (),
        ("Küste", "Natur/Tiere"),
    ]
    capsys.readouterr()
    assert main(["fetch", "--folder", "küste", "ebbe"]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == ["ebbe: 1 new", "watt: 1 new"]
    assert main(["fetch", "--folder", "wüste"]) == 1
    assert "There is no folder called “wüste”" in capsys.readouterr().err
    assert main(["feed"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[4:] for line in lines] == [["in Küste/Nord"], [], ["in Küste, Natur/Tiere"]]
    assert main(["search", "folder:tiere", "--format", "json"]) == 0
    assert [hit["title"] for hit in json.loads(capsys.readouterr().out)] == ["watt"]
    main(["feed", "export"])
    written = capsys.readouterr().out.encode()
    assert [feed.folders for feed in read_opml(written)] == [
        ("Küste/Nord",),
        ("Küste", "Natur/Tiere"),
        (),
    ]


def test_a_name_that_means_no_feed_or_several_is_told_apart(capsys) -> None:
    for number in range(2):
        library().follow(Feed(f"https://zeitung.example/{number}", f"Blatt {number}"))
    assert main(["fetch", "Blatt"]) == 1
    assert "“Blatt” means 2 feeds: Blatt 0 (https://zeitung.example/0), Blatt 1" in capsys.readouterr().err
    assert main(["feed", "remove", "Bote"]) == 1
    assert "There is no feed called “Bote”; lesart feed lists them." in capsys.readouterr().err
    assert main(["feed", "rename", "Blatt 0", "Blatt 1"]) == 1
    assert "is called “Blatt 1” already" in capsys.readouterr().err
    assert [feed.name for feed in library().feeds()] == ["Blatt 0", "Blatt 1"]


def test_a_list_of_feeds_comes_through_a_pipe(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(address: str) -> None:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(write_opml([Feed(address, "Blatt")]))))

    given("https://zeitung.example/f")
    assert main(["feed", "import", "-"]) == 0
    assert [feed.name for feed in library().feeds()] == ["Blatt"]
    given("ftp://zeitung.example/f")
    assert main(["feed", "import", "-"]) == 1
    assert "There is no feed with an address on the web in -." in capsys.readouterr().err


def test_the_moment_of_fetching_is_that_of_the_reader(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    library().follow(Feed("https://zeitung.example/f", "Blatt", checked="2026-11-30T20:05:00.000+00:00"))
    with monkeypatch.context() as there:
        there.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        main(["feed"])
    time.tzset()
    assert " 10:05 " in capsys.readouterr().out


def test_atom_and_json_feeds_are_read() -> None:
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><entry><id>a1</id><title>Eins</title>'
        b'<link href="https://a.example/1"/><updated>2026-03-14T08:00:00Z</updated><author><name>Ada Lind</name>'
        b'</author><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>'
    )
    items = [
        {"id": "j1", "url": "https://j.example/1", "title": "Zwei", "content_text": "Eins.\n\nZwei & drei."},
        {"id": "j2", "title": "Drei", "content_html": "<p>x</p>", "date_published": "2026-03-14T08:00:00Z"},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Json", "items": items}
    (one,) = parse(atom).entries
    assert (one.id, one.title, one.published, one.authors) == ("a1", "Eins", "2026-03-14", ("Ada Lind",))
    assert "Text" in one.html
    two, three = parse(json.dumps(feed).encode()).entries
    assert two.html == "<p>Eins.</p><p>Zwei &amp; drei.</p>"
    assert three.published == "2026-03-14"
    assert is_feed(atom)
    assert is_feed(json.dumps(feed).encode())


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"<html><body>x</body></html>", b'{"items": 3}', b"\xff\xfe\x00"]
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    assert not is_feed(data)
    with pytest.raises(NoFeedError):
        parse(data)


def test_a_hostile_list_of_feeds_is_harmless() -> None:
    bomb = b'<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline xmlUrl="&b;"/></body></opml>'
    assert read_opml(bomb) == []
    with pytest.raises(NoListError):
        read_opml(b"nichts")
    address = "https://a.example/f"
    assert read_opml(write_opml([Feed(address, "a\x1b[2Jb")])) == [Feed(address, "a[2Jb")]


def test_nobody_is_told_to_save_a_feed_in_a_browser(site: Site, capsys) -> None:
    assert main(["feed", "add", site.refuse("/feed.xml", 403)]) == 1
    told = capsys.readouterr().err
    assert "does not show" in told
    assert "another feed" in told
    assert "browser" not in told


def test_a_feed_that_is_cut_off_is_followed_and_said_to_be_so(site: Site, capsys) -> None:
    whole = rss(item("Am Deich", f"{site.address}/deich", WHOLE))
    address = site.put("/feed.xml", whole[: whole.index(b"</item>")], "application/rss+xml")
    assert main(["feed", "add", address]) == 0
    told = capsys.readouterr()
    assert "Küstenblick" in told.out
    assert "Küstenblick: The feed is cut off" in told.err
    main(["feed"])
    assert "! The feed is cut off" in capsys.readouterr().out


def test_of_many_articles_that_cannot_be_read_a_fetch_names_a_few(site: Site, capsys) -> None:
    entries = (item(f"Kai {number}", f"{site.address}/{number}", "Ein Satz.") for number in range(8))
    main(["feed", "add", site.put("/feed.xml", rss(*entries), "application/rss+xml")])
    capsys.readouterr()
    assert main(["fetch"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[-1]) == (7, "  and 3 more; lesart feed lists them all.")
    main(["feed"])
    assert sum("Kai" in line for line in capsys.readouterr().out.splitlines()) == 8

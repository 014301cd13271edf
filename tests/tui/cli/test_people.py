"""`lesart people` as scripts meet it."""

import json

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.library import Library
from core.locations import locations
from tests.core.library.conftest import make_article
from tui.cli import main


def test_without_an_analysed_article_it_says_what_analyses_one(capsys) -> None:
    where = locations()
    Library(where.library, where.cache).add(make_article("Ada Lind sagte etwas.\n", "a.txt"))
    assert main(["people"]) == 1
    assert "opening them does" in capsys.readouterr().err


def test_people_come_by_how_often_they_speak_and_a_surname_will_do(capsys) -> None:
    where = locations()
    library = Library(where.library, where.cache)
    assert main(["people"]) == 1
    for number in range(3):
        article = make_article(f"Ada Lind sagte etwas, Bo Öz hörte zum {number}. Mal zu.\n", f"{number}.txt")
        actors = (Actor("a1", "Ada Lind", ActorKind.PERSON), Actor("a2", "Bo Öz", ActorKind.PERSON))
        quote = Quote("q1", QuoteType.INDIRECT, ((0, 20),), "r", 0.9, Speaker((), "Ada Lind", "a1"))
        library.add(article)
        library.keep_analysis(article, Analysis(pipeline="x", language="de", actors=actors, quotes=(quote,)))
    capsys.readouterr()
    assert main(["people"]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert told.err.split() == ["statements", "articles", "last", "name"]
    assert [line.split("  ")[-1] for line in lines] == ["Ada Lind (person)", "Bo Öz (person)"]
    assert main(["people", "oez", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["name"], found["articles"], found["statements"]) == ("Bo Öz", 3, 0)
    assert main(["people", "niemand"]) == 1
    capsys.readouterr()
    assert main(["people", "oez", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "Bo Öz"


def test_a_name_that_may_be_several_people_s_says_so(capsys) -> None:
    where = locations()
    library = Library(where.library, where.cache)
    article = make_article("Lind ging. Ada Lind blieb.\n", "zwei.txt")
    actors = Actor("a1", "Lind", ActorKind.PERSON), Actor("a2", "Ada Lind", ActorKind.PERSON)
    library.add(article)
    library.keep_analysis(article, Analysis(pipeline="x", language="de", actors=actors))
    assert main(["people"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition("  ")[2] for line in lines] == [
        "Ada Lind (person)",
        "Lind (person, surname only)",
    ]

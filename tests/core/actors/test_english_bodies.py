"""To which bodies and parties people in English reports belong."""

import pytest

import core
from tests.core.actors.test_english_actors import actor, analysed, speakers

REPORTS = {
    "Norah Pell of Denby College said the bees were well.": ("Denby College",),
    "The report was read by Norah Pell, of the small consultancy Denby & Marsh.": ("Denby & Marsh",),
    "Norah Pell, the head of research at Denby College, said the bees were well.": ("Denby College",),
    "Denby College’s head of research, Norah Pell, said the bees were well.": ("Denby College",),
    "FBI agent Norah Pell said the bees were well.": ("FBI",),
    "Norah Pell, who teaches physics at Denby College, said the bees were well.": ("Denby College",),
    "Norah Pell, who leads the Denby Trust, said the bees were well.": ("Denby Trust",),
    "Rep. Norah Pell (D-Ohio) said the bees were well.": ("Democratic Party",),
    "The Labour MP Norah Pell said the bees were well.": ("Labour",),
    "Norah Pell, a Republican who keeps bees, said they were well.": ("Republican Party",),
    "The Denby Trust closed its doors on Monday. Its director, Norah Pell, said the bees were well.": (
        "Denby Trust",
    ),
    "Denby Foods closed its doors on Monday. Chief executive Norah Pell said the bees were well.": (
        "Denby Foods",
    ),
    "Denby Rovers held on, and their manager, Norah Pell, said the bees were well.": ("Denby Rovers",),
    "Denby Bank rose on Friday. Chief Financial Officer Norah Pell said the bees were well.": ("Denby Bank",),
    "They blamed the regulator, the Denby Standards Office.\n\nThe regulator's chief executive, Norah Pell, said the"
    " bees were well.": ("Denby Standards Office",),
    "Rep. Norah Pell, D-Ohio, said the bees were well.": ("Democratic Party",),
    "Liberal Democrat councillor Norah Pell said the bees were well.": ("Liberal Democrat",),
    "The Liberal Democrat Norah Pell said the bees were well.": ("Liberal Democrats",),
    "Norah Pell (49), of Larch Lawns, Ballina, Co Limerick, admitted theft.": (),
    "Det Insp Norah Pell, of Humberside Police, said the bees were well.": ("Humberside Police",),
    "Norah Pell, treasurer of the Denby Anglers' Club, said the bees were well.": ("Denby Anglers' Club",),
    "Denby Rovers's Norah Pell said the bees were well.": ("Denby Rovers",),
    "Norah Pell, who founded the charity Clean Rivers, said the bees were well.": ("Clean Rivers",),
    "Denby Bank is on strike. General secretary Norah Pell said the bees were well.": ("Denby Bank",),
    "Denby Bank rose on Friday. Boss Norah Pell said the bees were well.": ("Denby Bank",),
    "Norah Pell chairs the Denby Trust. She said the bees were well.": ("Denby Trust",),
    "Norah Pell, representing the Denby Trust, said the bees were well.": ("Denby Trust",),
    "Carer Norah Pell fed the bees. Denby Care, which employed Pell, said so.": ("Denby Care",),
    "Councillor Norah Pell, Labour, said the bees were well.": ("Labour",),
    "Norah Pell (Denby Trust) said the bees were well.": ("Denby Trust",),
    "Labour’s Norah Pell said the bees were well.": ("Labour",),
    "Norah Pell, for the Conservatives, said the bees were well.": ("Conservatives",),
    "Cllr Norah Pell (Con) said the bees were well.": ("Conservatives",),
    "Cllr Norah Pell (Lib Dem, Mill ward) said the bees were well.": ("Lib Dem",),
    "Fianna Fáil TD Norah Pell said the bees were well.": ("Fianna Fáil",),
    "Norah Pell, also of Denby College, said the bees were well.": ("Denby College",),
    "A spokeswoman for the Denby Trust, Norah Pell, said the bees were well.": ("Denby Trust",),
    "Norah Pell, chief executive and co-founder of Denby Bank, said the bees were well.": ("Denby Bank",),
    "Norah Pell, a spokeswoman for the U.S. Navy, said the bees were well.": ("U.S. Navy",),
    "Norah Pell, principal of Denby High School, said the bees were well.": ("Denby High School",),
    "Denby Foods rose on Friday. “The bees were well,” said Norah Pell, the company’s chief executive.": (
        "Denby Foods",
    ),
    "Quill Rovers beat Denby Town 2-1. Town boss Norah Pell blamed the bees. Town’s Bo Orr agreed.": (
        "Denby Town",
    ),
    "Denby Foods shut its mill. “We had no choice,” chief executive Norah Pell said on Monday.": (
        "Denby Foods",
    ),
    "Denby Foods shut its mill. “We had no choice,” said the chief executive, Norah Pell.": ("Denby Foods",),
    "Denby Foods shut its mill. “We had no choice,” said Norah Pell, the finance director.": ("Denby Foods",),
    "Denby Foods shut its mill. A company spokeswoman, Norah Pell, said the bees were well.": (
        "Denby Foods",
    ),
    "Denby Council shut its pool. Council leader Norah Pell said the bees were well.": ("Denby Council",),
    "Staff at Denby Bank walked out. Its chairwoman, Norah Pell, said the bees were well.": ("Denby Bank",),
    "The mill was shut by Denby Council. Its leader, Norah Pell, said the bees were well.": (
        "Denby Council",
    ),
    "Denby Bank said that Quill Group had known. Its chairwoman, Norah Pell, said the bees were well.": (
        "Denby Bank",
    ),
    "Denby Bank shut its doors.\n\nThe move will cost jobs.\n\nChief executive Norah Pell said the bees were well.": (
        "Denby Bank",
    ),
    "He wrote to Denby Foods, whose chief executive, Norah Pell, promised to look.": ("Denby Foods",),
    # Not theirs
    "The play was put on at the Denby Theatre. Its author, Norah Pell, said the bees were well.": (),
    "Denby Bank rose on Friday. Home secretary Norah Pell said the bees were well.": (),
    "Denby Bank rose on Friday. Former chief executive Norah Pell said the bees were well.": (),
    "They sued in Denby Court in May. Their lawyer, Norah Pell, said the bees were well.": (),
    "Quill Rovers drew with Denby Wanderers. Manager Norah Pell said the bees were well.": (),
    "Norah Pell, author of “The Weir”, said the bees were well.": (),
    "Denby Bank rose on Friday. Film director Norah Pell said the bees were well.": (),
    "Norah Pell is suing the Denby Trust. She said the bees were well.": (),
    "Norah Pell, a critic of Denby College, said the bees were well.": (),
    "Norah Pell, a former clerk at Denby College, said the bees were well.": (),
    "Norah Pell told the BBC that the bees were well.": (),
    "Norah Pell of Ohio said the bees were well.": (),
}


@pytest.mark.parametrize("text", REPORTS)
def test_bodies_of_a_person(text: str):
    assert actor(analysed(text), "Norah Pell").affiliations == REPORTS[text]


def test_the_company_may_be_in_another_paragraph():
    text = (
        "Quillmark shut its mill on Friday. Quillmark has 90 staff.\n\n"
        "The rain fell for a week.\n\nThe company said that it was sorry."
    )
    assert speakers(analysed(text)) == ["Quillmark"]


def test_the_company_is_the_one_that_the_last_sentence_is_about():
    text = "Denby Foods said that Quill Group had known. The company said that the bees were well."
    assert speakers(analysed(text)) == ["Denby Foods", "Denby Foods"]


def test_a_university_is_no_college_where_the_text_has_both():
    text = (
        "Experts at the University of Denby watched the bees.\n\n"
        "Norah Pell, a biologist at Quill College, was not told. A patent was filed, the university said."
    )
    assert speakers(analysed(text)) == ["University of Denby"]


def test_one_of_many_goes_on_speaking():
    text = (
        "Mayor Tove Pell said the mill was safe.\n\nOne nurse said it was not. “We got a letter,” she said."
    )
    assert speakers(analysed(text)) == ["Tove Pell", "One nurse", "One nurse"]


def test_one_of_many_is_nobody_named_later():
    text = (
        "Ruth Pym was a singer who, as one critic put it, “sang like a crow after rain”.\n\n"
        "She was found by the conductor Leo Marsh. “Who is that child?” he asked. “Get her a teacher.”"
    )
    assert speakers(analysed(text))[0] != "Leo Marsh"


def test_nobody_without_a_name_is_declined_as_in_german():
    text = "But another head, who asked not to be named, questioned the timing."
    actors = core.analyze(text, language="en").analysis.actors
    assert [actor.name for actor in actors] == ["another head"]


@pytest.mark.parametrize("body", ["the fire brigade", "the coastguard", "the brigade", "the diocese"])
def test_a_body_that_only_speaks_is_nobody_s_office(body: str):
    found = analysed(
        f'"We told the council everything," said Nina Shaw. {body.capitalize()} said that the leak was closed.'
    )
    assert actor(found, "Nina Shaw").roles == ()
    assert speakers(found) == ["Nina Shaw", body]


def test_a_coastguard_may_be_somebody():
    found = analysed("Tom Ash, a coastguard, watched. The coastguard said he had seen the boat.")
    assert speakers(found) == ["Tom Ash"]

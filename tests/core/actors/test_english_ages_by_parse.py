"""Ages that a sentence tells of its subject in whatever order, and what is none."""

import pytest

import core

AGES = {
    "Ada Lind, a retired weaver who is 94 and lives alone, said the lift had been broken for days.": {
        "Ada Lind": 94
    },
    "Bakery founder Ada Lind is only 23 but has already sold two shops.": {"Ada Lind": 23},
    "Midfielder Bo Quill has won 12 cups and, at 35, knows that this may be his last.": {"Bo Quill": 35},
    "For a man of 64, Bo Quill is light on his feet.": {"Bo Quill": 64},
    "Detectives believe that Bo Quill, a bachelor of 69, knew the thief.": {"Bo Quill": 69},
    "At 78, Ada Lind said, she had earned the right.": {"Ada Lind": 78},
    "The suspect was named as Bo Quill, a US citizen aged thirty-six who lived in the town.": {
        "Bo Quill": 36
    },
    "Ada Lind, novelist, born March 3 1931; died September 14, aged 92.": {"Ada Lind": 92},
    "Missing: Bo Quill, white, 5ft 9in, aged 56, last seen on the quay.": {"Bo Quill": 56},
    # What is counted, what was or will be, and who else is told of.
    "Ada Lind is 12 points clear of Bo Quill at the top of the table.": {},
    "Ada Lind, who was 34 when she left, runs a bakery.": {},
    "When she is 65, Ada Lind will stop.": {},
    "If Ada Lind is 90, nobody would believe it.": {},
    "The daughter of Ada Lind is 19 and studies law.": {},
    "Ada Lind, mother of Tom, who is 14, said it was late.": {"Tom": 14},
    "The mother of a 12-year-old, Ada Lind, said the crossing was unsafe.": {},
    "Bo Quill earns, at 21 pounds an hour, more than most.": {},
    "Tom Orr, a grandfather of 42, is retiring from a trade of 12 crafts.": {},
    "Rufus, a 14-year-old border collie, was rescued by Ada Lind.": {},
    "The 90-year-old cinema was saved by Ada Lind.": {},
}


@pytest.mark.parametrize("text", AGES)
def test_ages_of_people(text):
    """Each age that is told of somebody named, and no other number."""
    actors = core.analyze(text, language="en").analysis.actors
    assert {actor.name: actor.age for actor in actors if actor.age is not None} == AGES[text]


def test_head_noun_says_what_is_aged():
    """A driver of a bus is no bus."""
    actors = core.analyze(
        "Ada Lind, a 63-year-old school bus driver, said no.", language="en"
    ).analysis.actors
    assert actors[0].age == 63


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Helen Sheld cried at the festival. The Brit star, 34, clung to her sister.", 34),
        ("Imogen Farr had to retire. The fourth seed, 27, was leading.", 27),
        ("Helen Sheld won. The number, 27, was drawn.", None),
        ("Minister Bo Strand spoke first. The 44-year-old rejected claims that it was late.", 44),
    ],
)
def test_ages_of_whom_a_noun_means(text, age):
    """Of a noun no table has, and before a verb that the parser takes for an adjective."""
    actors = core.analyze(text, language="en").analysis.actors
    assert actors[0].age == age

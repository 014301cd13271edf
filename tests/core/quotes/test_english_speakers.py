"""Who speaks in English sentences whose parse hangs the speaker elsewhere, and what others are quoted with in marks."""

import pytest

import core
from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "“Show me,” said Commissioner V. Rangan, adding that three clerks had gone.",
            "that three clerks had gone",
            None,
        ),
        (
            "“We waited,” said Ada Moss, insisting that nobody had warned them.",
            "that nobody had warned them",
            None,
        ),
        (
            "“Enough,” said Tom Orde, warning that the dam would burst.",
            "that the dam would burst",
            "Tom Orde",
        ),
    ],
)
def test_a_participle_goes_with_who_speaks_outside_of_the_marks(text, words, who):
    said = {each[1]: each[2] for each in found(text, "en")}
    assert said[words].endswith(who or text.split(" said ")[1].split(",")[0])


@pytest.mark.parametrize(
    "place", ["full-back", "scrum-half", "fly-half", "centre-forward", "left-back", "goal-keeper"]
)
def test_where_somebody_plays_is_no_part_of_the_club(place):
    text = f"‘The pitch was wet,’ the Denby {place} said."
    assert found(text, "en")[0] == ("direct", "‘The pitch was wet,’", f"the Denby {place}")
    assert found(f"‘I saw nothing,’ said the Denby {place}, laughing.", "en") == [
        ("direct", "‘I saw nothing,’", f"the Denby {place}")
    ]


def test_that_before_a_second_subject_is_no_speaker():
    text = "She alleged that the workers saw cracks on Monday itself, and that foremen told them “to keep quiet”."
    assert ("direct", "“to keep quiet”", "foremen") in found(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Orme called the report ‘a joke’ as Bell said she was sacked.",
        "Orme called the report ‘a joke’ after Bell said she was sacked.",
        "Orme called the report ‘a joke’ while Bell said she was sacked.",
    ],
)
def test_who_speaks_meanwhile_does_not_say_the_words_before(text):
    assert ("direct", "‘a joke’", "Orme") in found(text, "en")


def speakers(text):
    """Every quotation's words with its speaker's name."""
    read = core.analyze(text, language="en").to_dict()
    names = {actor["id"]: actor["name"] for actor in read["actors"]}
    return {
        text[slice(*quote["spans"][0])]: names.get((quote["speaker"] or {}).get("actor"))
        for quote in read["quotes"]
    }


def test_what_happens_meanwhile_is_no_part_of_a_headline_s_statement():
    text = (
        "Mayor says plan is dead as rival vows to fight\n\nThe plan to drain the lake is dead, the mayor said.\n\n"
        "Her rival, Tom Orde, said he would fight for it."
    )
    assert "plan is dead" in speakers(text)
    assert speakers(text)["to fight"] == "Tom Orde"


@pytest.mark.parametrize(
    ("words", "told", "who"),
    [
        ("The council says its books are clean. We doubt it.", "its books are clean", "the council"),
        ("He told me the shift was till six.", "the shift was till six", None),
        ("They keep telling us lessons will be learned.", "lessons will be learned", None),
        ("She said she had seen a man in the slurry.", "she had seen a man in the slurry", None),
    ],
)
def test_others_are_quoted_within_marks_but_never_who_speaks(words, told, who):
    said = speakers(
        f"Rita Bell runs the mill at Denby. “{words}” she said. “That is all.”".replace(".” she", ",” she", 1)
    )
    assert said[told] == who


@pytest.mark.parametrize(
    "words",
    [
        "I told him it was over",
        "I think he said nothing",
        "People say it is haunted",
        "Nobody will ask you to pay",
    ],
)
def test_nobody_is_quoted_within_marks_who_said_nothing(words):
    assert len(found(f"“{words},” Rita Bell said.", "en")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bruno Pell asked Ada Moss whether she had seen the letter.\n\n“No,” she replied.", "Ada Moss"),
        ("Councillor Bruno Pell asked his colleague to withdraw it.\n\n“No,” she replied.", "his colleague"),
        ("Bruno Pell put it to her that his client had paid. “No, sir.”", None),
        ("Bruno Pell suggested to the witness that he was drunk. “No, sir.”", None),
        ("Bruno Pell asked Ada Moss whether she had lied. “No. Never.”", "Ada Moss"),
        ("Bruno Pell urged the minister, Ada Moss, to go. “No, not at all,” he added.", "Bruno Pell"),
        ("Bruno Pell told Ada Moss that he was leaving. “No, I will not stay.”", "Bruno Pell"),
    ],
)
def test_who_asks_does_not_answer(text, who):
    assert next(name for words, name in speakers(text).items() if words.startswith("“No")) == who


_REPORT = (
    "\n\nA clerk wrote six times to the board about the mill, an inquiry heard.\n\n"
    "Rob Finch, 50, had been ignored. His letters, Finch suspected, went into a bin.\n\n"
    "Mill boss Ann Doyle said that was untrue."
)


@pytest.mark.parametrize(
    "headline",
    [
        "Clerk says his letters ‘went into a bin’ as Doyle denies all blame",
        "‘Went into a bin’: mill under fire",
    ],
)
def test_words_in_a_headline_are_his_who_says_so_in_the_report(headline):
    said = speakers(headline + _REPORT)
    assert next(name for words, name in said.items() if "ent into a bin’" in words) == "Rob Finch"


def test_a_person_named_in_the_headline_keeps_the_words():
    said = speakers("Ann Doyle says letters ‘went into a bin’" + _REPORT)
    assert next(name for words, name in said.items() if "went into a bin’" in words) == "Ann Doyle"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "One diplomat, who asked for no thanks, was blunter: the pact would put off a vote by years, he warned.",
            "the pact would put off a vote by years",
            "he",
        ),
        ("Ada Quill was blunt: the mill would shut in May, she said.", "the mill would shut in May", "she"),
        ("The pilots were angry: the runway was too short, they said.", "the runway was too short", "they"),
    ],
)
def test_how_a_person_speaks_is_no_part_of_what_they_say(text, words, who):
    assert ("indirect", words, who) in found(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "One thing was clear: the mill would shut, she said.",
        "Her answer was plain: the mill would shut, she said.",
        "Ada Quill was blunt: the mill would shut, the council said.",
    ],
)
def test_what_else_is_before_a_colon_is_said(text):
    assert found(text, "en")[0][1] == text.rpartition(", ")[0]


@pytest.mark.parametrize(
    "text",
    [
        "An offer of £3 a share, which it described as “low”, lapsed on Monday.",
        "The bank turned down an offer of £3 a share, which it described as “low”.",
    ],
)
def test_a_relative_pronoun_beside_another_subject_says_nothing(text):
    assert ("direct", "“low”", "it") in found(text, "en")

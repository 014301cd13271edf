"""What is done with words in English sentences, and what only looks like it."""

import pytest

from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("A farmer praised the crew.", "praised the crew", "A farmer"),
        ("The vessels rejected the plan.", "rejected the plan", "The vessels"),
        ("The report condemned the raid.", "condemned the raid", "The report"),
        ("The mayor apologised for breaking the bell.", "apologised for breaking the bell", "The mayor"),
        (
            "The mayor blamed the crew for breaking the bell.",
            "blamed the crew for breaking the bell",
            "The mayor",
        ),
        (
            "The mayor accused the crew of breaking the bell.",
            "accused the crew of breaking the bell",
            "The mayor",
        ),
        ("The mayor ruled out selling the mill.", "ruled out selling the mill", "The mayor"),
        ("The mayor left after praising the crew.", "after praising the crew", "The mayor"),
        ("The mayor left because the crew condemned the raid.", "condemned the raid", "the crew"),
        ("In May, the council rejected the plan.", "rejected the plan", "the council"),
        ("On Monday the council, in a letter, rejected the plan.", "rejected the plan", "the council"),
        ("The council rejected the plan and raised rents.", "rejected the plan", "The council"),
        ("The council rejected the plan, and the mayor left.", "rejected the plan", "The council"),
        ("The council refused to condemn the raid.", "refused to condemn the raid", "The council"),
    ],
)
def test_acts(text, words, who):
    assert found(text, "en") == [("reported", words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor discussed how to mend the mill.",
        "Praising the crew, the mayor left.",
        "The mayor left before the crew condemned the raid.",
        "The mayor stayed to praise the crew.",
        "The mayor left so that the crew condemned the raid.",
        "You rejected the plan.",
        "He could have rejected the plan.",
        "Did the council reject the plan?",
    ],
)
def test_no_acts(text):
    assert found(text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "“The mill is old,” the mayor complained.",
        "The mayor complained: “The mill is old.”",
        "The mayor complained about the noise: “The mill is old.”",
    ],
)
def test_a_verb_that_introduces_speech_is_no_act_besides(text):
    assert [kind for kind, *_ in found(text, "en")] == ["direct"]


def test_words_in_marks_are_a_part_of_an_act():
    assert found("The mayor dismissed the plan as “a joke”.", "en") == [
        ("reported", "dismissed the plan as “a joke”", "The mayor"),
        ("direct", "“a joke”", "The mayor"),
    ]


def test_what_is_said_behind_an_act_is_not_told_twice():
    assert found("The council rejected the plan, saying it would cost too much.", "en") == [
        ("reported", "rejected the plan", "The council"),
        ("indirect", "it would cost too much", "The council"),
    ]


def test_an_act_in_a_relative_clause():
    assert found("“The mill is old,” said the mayor, who criticised the sale.", "en")[-1] == (
        "reported",
        "criticised the sale",
        "the mayor",
    )


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "The keeper asked the crew to mend the bell and praised them.",
            [
                ("reported", "asked the crew to mend the bell", "The keeper"),
                ("reported", "praised them", "The keeper"),
            ],
        ),
        (
            "The firm promised staff a consultation “with no foregone conclusions”.",
            [
                ("reported", "promised staff a consultation “with no foregone conclusions”", "The firm"),
                ("direct", "“with no foregone conclusions”", "The firm"),
            ],
        ),
        (
            "The mayor led tributes, describing her as “a treasure”.",
            [
                ("reported", "led tributes", "The mayor"),
                ("reported", "describing her as “a treasure”", "The mayor"),
                ("direct", "“a treasure”", "The mayor"),
            ],
        ),
        (
            "“I thought it was a shark,” the 34-year-old diver told us last night.",
            [("direct", "“I thought it was a shark,”", "the 34-year-old diver")],
        ),
    ],
)
def test_acts_beside_what_is_said(text, acts):
    assert found(text, "en") == acts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The company termed the charge “wild and wicked”.", "termed the charge “wild and wicked”"),
        ("The company has called the leak “a small matter.”", "has called the leak “a small matter.”"),
        ("Mayor Ewan Pryce ordered an inquiry by a retired judge.", "ordered an inquiry by a retired judge"),
        ("The former mayor, 70, has offered to testify.", "has offered to testify"),
        ("The clerk would not say who had taken the map.", "would not say who had taken the map"),
        ("The clerk would not say on whose behalf.", "would not say on whose behalf"),
        ("The spokesman would not comment.", "would not comment"),
        ("The mayor declared the bridge safe.", "declared the bridge safe"),
        ("The coach absolved the keeper, Rob Finch, of blame.", "absolved the keeper, Rob Finch, of blame"),
        ("Governor Ann Pell credited the cook with the reform.", "credited the cook with the reform"),
        ("Families allege a cover-up.", "allege a cover-up"),
        ("The chair, Ada Moss, spoke against it.", "spoke against it"),
        ("The mayor blamed “a handful of very loud tenants”.", "blamed “a handful of very loud tenants”"),
        ("The Miners Union welcomed Quill’s exit but criticised the board.", "welcomed Quill’s exit"),
        ("Ada Moss told tenants that the mill would shut, and apologised to them.", "apologised to them"),
        ("Ada Moss said that the mill would shut in May and apologised.", "apologised"),
    ],
)
def test_acts_of_offices_and_of_who_keeps_silent(text, words):
    assert ("reported", words) in [each[:2] for each in found(text, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor ordered a pint of stout.",
        "The army ordered boots from a shop in Denby.",
        "The duke refused the licence.",
        "The mayor had offered them a lift to the fair.",
        "It was a wood which the board proposed to fell.",
        "The mayor did not comment.",
        "The mayor spoke to the crowd.",
        "The mayor welcomed the guests at the gate.",
    ],
)
def test_what_is_done_without_words(text):
    assert found(text, "en") == []


def test_a_participle_joined_to_a_passive_is_no_act():
    text = "Ada Moss said that the plan would be reviewed in May, and criticised."
    assert [each[:2] for each in found(text, "en")] == [
        ("indirect", "that the plan would be reviewed in May, and criticised")
    ]


def test_what_happened_behind_words_in_marks_is_no_part_of_what_was_asked():
    text = "Rory Lund told his crew to “enjoy the bus” after Vik Tarn’s second shot lifted Corby into third place."
    assert found(text, "en")[0] == ("reported", "told his crew to “enjoy the bus”", "Rory Lund")
    text = "Rory Lund told his crew to wait after the bell rang."
    assert found(text, "en")[0] == ("reported", "told his crew to wait after the bell rang", "Rory Lund")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Rosa Quill urged the council to open the books.",
            "urged the council to open the books",
            "Rosa Quill",
        ),
        ("She called on the council to mend the bridge.", "called on the council to mend the bridge", "She"),
        ("The mayor, who ran the fair, asked everyone to go home.", "asked everyone to go home", "The mayor"),
        (
            "The warden ordered everyone within two miles of the old mill to leave.",
            "ordered everyone within two miles of the old mill to leave",
            "The warden",
        ),
        (
            "Bruno Pell, who ran the scheme, asked his colleague to withdraw the remark about box-ticking.",
            "asked his colleague to withdraw the remark about box-ticking",
            "Bruno Pell",
        ),
        ("The doctor advised her to take up rowing.", "advised her to take up rowing", "The doctor"),
        ("The guild told its members not to sell.", "told its members not to sell", "The guild"),
    ],
)
def test_who_shall_do_something_and_what_is_one_act(text, words, who):
    assert found(text, "en") == [("reported", words, who)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She promised to sell the mill.", "to sell the mill"),
        ("She asked to see the mill.", "to see the mill"),
        ("She hoped to sell the mill to the council.", "to sell the mill to the council"),
    ],
)
def test_what_somebody_will_do_is_said(text, words):
    assert found(text, "en") == [("indirect", words, "She")]


@pytest.mark.parametrize(
    "text",
    [
        "The crew was urged to leave.",
        "She did not ask the crew to leave.",
        "She could have asked the crew to leave.",
        "She used the key to open the books.",
    ],
)
def test_nobody_is_asked_to_do_anything(text):
    assert found(text, "en") == []


def test_three_acts_in_a_row_have_one_subject():
    text = "The shop apologised for what it called “a mix-up”, blamed a new till and said a refund was on its way."
    assert [each for each in found(text, "en") if each[0] != "direct"] == [
        ("reported", "apologised for what it called “a mix-up”", "The shop"),
        ("reported", "blamed a new till", "The shop"),
        ("indirect", "a refund was on its way", "The shop"),
    ]


def test_what_somebody_else_said_before_a_comma_is_no_act_in_a_row():
    text = "The bell was cracked, blamed colleagues said and the crew left."
    assert not [each for each in found(text, "en") if each[0] == "reported" and each[2] == "The bell"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The governor declared a state of emergency.", "declared a state of emergency", "The governor"),
        ("The bakery turned down an offer for its oven.", "turned down an offer for its oven", "The bakery"),
        ("The council has turned down her request.", "has turned down her request", "The council"),
        ("The doctor implored her to rest.", "implored her to rest", "The doctor"),
    ],
)
def test_refusals_pleas_and_declarations_are_acts(text, words, who):
    assert found(text, "en") == [("reported", words, who)]


@pytest.mark.parametrize("text", ["The mayor turned down the lane.", "The baker turned the oven down."])
def test_what_is_turned_down_otherwise_is_no_act(text):
    assert found(text, "en") == []

"""English statements that somebody passes on, that stand around their verb, or whose verb the parser misreads."""

import pytest

from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Elm Post quoted Ms Brannick as saying the pact was dead.", "the pact was dead", "Ms Brannick"),
        ("Brannick was cited by the Elm Post as saying that it was dead.", "that it was dead", "Brannick"),
        ("Otto Brannick is reported to have told aides that he was ill.", "that he was ill", "Otto Brannick"),
        ("Brannick is understood to have told friends he will sell.", "he will sell", "Brannick"),
        (
            "A row began after a study, published in May, found that wells were dry.",
            "that wells were dry",
            "a study",
        ),
        (
            "The last test, the authority confirmed, was in May.",
            "The last test … was in May",
            "the authority",
        ),
        (
            "The last test, council officials confirmed on Monday, was in May.",
            "The last test … was in May",
            "council officials",
        ),
        (
            "The last test, the authority confirmed, took place in March.",
            "The last test … took place in March",
            "the authority",
        ),
        (
            "A man held for theft had been sacked that morning, officials said Monday.",
            "A man held for theft had been sacked that morning",
            "officials",
        ),
        ("People living in Denby said it was cold.", "it was cold", "People"),
        (
            "The vet questioned whether the owls, not the noise, had made the birds ill.",
            "whether the owls, not the noise, had made the birds ill",
            "The vet",
        ),
        (
            "The chair said it was cold but that nobody had left.",
            "it was cold but that nobody had left",
            "The chair",
        ),
        ("The minister dared Ms Moe to debate him.", "dared Ms Moe to debate him", "The minister"),
        (
            "The San Jose, California-based company said it was late.",
            "it was late",
            "The San Jose, California-based company",
        ),
        (
            "Tilda Moe, 52, who took over in 2019, told staff on Tuesday she was leaving soon.",
            "she was leaving soon",
            "Tilda Moe, 52",
        ),
        (
            "It follows a backlash from riders, many of whom complained that it was cold.",
            "that it was cold",
            "riders",
        ),
        ("The cost, he told the Elm Post, would rise.", "The cost … would rise", "he"),
        ("Her aunt, she used to say, could sew anything.", "Her aunt … could sew anything", "she"),
        ("The union threatened on Monday to walk out.", "to walk out", "The union"),
        ("“It is dead,” the paper quoted Ms Brannick as saying.", "“It is dead,”", "Ms Brannick"),
    ],
)
def test_who_says_it(text, words, who):
    assert [(said, by) for _, said, by in found(text, "en")] == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan, the reform announced on Monday, was dropped.",
        "The review, a measure proposed in May, was dropped.",
        "The mayor, a nurse who used to say little, resigned.",
        "Police reported Brannick as missing.",
        "The bill, the one promised in 2019, failed.",
        "People said it was cold.",
    ],
)
def test_nobody_says_it(text):
    assert found(text, "en") == []


def test_two_who_speak_one_in_the_words_of_the_other():
    text = "The clerk claimed Brannick had once boasted that he owned the mayor."
    assert found(text, "en") == [
        ("indirect", "Brannick had once boasted that he owned the mayor", "The clerk"),
        ("indirect", "that he owned the mayor", "Brannick"),
    ]


def test_whoever_speaks_after_a_text_that_led_up_to_something():
    text = "The mayor resigned after a report, published on Monday, and said he was sorry."
    assert found(text, "en") == [("indirect", "he was sorry", "The mayor")]


def test_whose_saying_it_is():
    text = "Tilda Moe’s motto was simple: “Wash your hands.” The council’s message was clear: “Do not swim.”"
    assert [who for _, _, who in found(text, "en")] == ["Tilda Moe", "The council"]
    assert [who for _, _, who in found("The answer was short: “Never again, mate.”", "en")] == ["The answer"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police identified the dead man as Otto Brann, 29.", "identified the dead man as Otto Brann, 29"),
        ("The bank reported net income of $4 million.", "reported net income of $4 million"),
        ("Tilda Moe welcomed the apology.", "welcomed the apology"),
        ("Tilda Moe dedicated the goal to her late aunt.", "dedicated the goal to her late aunt"),
        ("Tilda Moe sought the resignation of the mayor.", "sought the resignation of the mayor"),
        ("Tilda Moe took a swipe at the press.", "took a swipe at the press"),
    ],
)
def test_acts(text: str, words: str) -> None:
    assert [(kind, said) for kind, said, _ in found(text, "en")] == [("reported", words)]


def test_when_somebody_spoke_is_not_what_was_said():
    text = "Tilda Moe, 34, wept as she told jurors: “I was terrified.”"
    assert [said for _, said, _ in found(text, "en")] == ["“I was terrified.”"]
    assert found("The shop reported a theft. He has dedicated his life to birds.", "en") == []


def test_what_stands_behind_a_statement_or_a_semicolon_is_apart():
    text = "A pal said the host was “devastated”, adding: “It was hers.”"
    assert [said for _, said, _ in found(text, "en")] == [
        "the host was “devastated”",
        "“devastated”",
        "“It was hers.”",
    ]
    text = "Critics were split. One called him ‘a genius with a saw’; another thought him ‘a menace’."
    assert {who for _, said, who in found(text, "en") if "genius" in said} == {"One"}

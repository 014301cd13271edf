"""Ages in English reports: whose they are, and what is none."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers


def test_ages_behind_pronouns_and_in_appositions():
    found = analysed(
        "Joan Pell died at home on Sunday. She was 88.\n\nThe ball fell to Bo Quill, the 19-year-old winger."
    )
    assert actor(found, "Joan Pell").age == 88
    assert actor(found, "Bo Quill").age == 19


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Sixty-two-year-old Joan Pell left the ferry.", 62),
        ("Joan Pell, now 71, left the ferry.", 71),
        ("34 year old Joan Pell left the ferry.", 34),
        ("Joan Pell left the ferry. The 34 year old said so.", 34),
        ("Joan Pell, 34 (right), left the ferry.", 34),
        ("Joan Pell, 34yrs, left the ferry.", 34),
        ("Joan Pell, who at 34 is the oldest, left the ferry.", 34),
        ("17-year-olds Joan Pell and Bea Orr left the ferry.", 17),
        ("Joan Pell and her husband Bo, both 34, left the ferry.", 34),
        ("Joan Pell, 27-year-old captain of Hull, left the ferry.", 27),
        ("Joan Pell, a mother of two who is 44, left the ferry.", 44),
        ("At just 22 years old, Joan Pell is the captain.", 22),
        ("Joan Pell left the ferry. She’s 51.", 51),
        ("Joan Pell turned 40 on Monday.", 40),
        ("Joan Pell, a nurse, 38, left the ferry.", 38),
        ("Joan Pell, of Mill Road, aged 22, left the ferry.", 22),
        ("Joan Pell, 54 and a mother of two, left the ferry.", 54),
        ("Joan Pell (aged 61) left the ferry.", 61),
        ("Joan Pell, of Larkfield, 66, left the ferry.", 66),
        ("Joan Pell, who has just turned 65, left the ferry.", 65),
        ("A 54-year-old mother of three, Joan Pell, left the ferry.", 54),
        ("At 54, Joan Pell still runs the ferry.", 54),
        ("Joan Pell, of Mill Lane, Larkfield, aged 54, left the ferry.", 54),
        ("Joan Pell, skipper of the ferry since 2015, is 54.", 54),
        ("Joan Pell, a nurse, aged 38, left the ferry.", 38),
        ("Joan Pell OBE, 66, left the ferry.", 66),
        ("Joan Pell (née Orr), 66, left the ferry.", 66),
        ("Joan Pell, who has died at 91, ran the ferry.", 91),
        ("Joan Pell died on Monday. She was 91 and had been ill.", 91),
        ("Joan Pell celebrated her 80th birthday on Friday.", 80),
        ("Joan Pell, nineteen, left the ferry.", 19),
        ("Larkfield's 19-year-old winger, Joan Pell, scored.", 19),
        ("A 34-year-old woman has been named by police as Joan Pell.", 34),
        ("The woman, 34, who was later named as Joan Pell, died.", 34),
        ("Joan Pell scored. The winger, who is 19, was pleased.", 19),
        ("Joan Pell, 66 last month, left the ferry.", 66),
        ("Police found Joan Pell – 17 last week – on the ferry.", 17),
        ("Joan Pell, all of 17, left the ferry.", 17),
        ("Joan Pell died on Monday in Larkfield, aged 61.", 61),
        ("Joan Pell, of Larkfield, is 44 and runs the ferry.", 44),
        ("Joan Pell, from Larkfield and aged 44, left the ferry.", 44),
        ("Joan Pell, 44-year-old mother of two, left the ferry.", 44),
        ("Joan Pell, whose age was given as 44, left the ferry.", 44),
        ("Joan Pell is 44 years of age.", 44),
        ("Joan Pell (Larkfield Rowers, 30) won the race.", 30),
        ("A 17-year-old, Joan Pell, left the ferry.", 17),
        ("A 17-year-old called Joan Pell left the ferry.", 17),
        ("Only 30, Joan Pell has already run three ferries.", 30),
        ("Joan Pell ran the ferry. She turned 30 in March.", 30),
        ("Joan Pell, 34-years-old, left the ferry.", 34),
        ("At the age of 34, Joan Pell has left the ferry.", 34),
        ("Joan Pell runs the ferry. The skipper is 34.", 34),
        ("Joan Pell of Hull, 34, left the ferry.", 34),
        ("Joan Pell - aged 34 - left the ferry.", 34),
        ("Joan Pell, 34 and from Hull, left the ferry.", 34),
        ("Joan Pell runs the ferry. The mother-of-two, 34, said it was cold.", 34),
        ("Joan Pell is a 34-year-old skipper.", 34),
        ("Joan Pell was a 16-year-old deckhand when she met him.", None),
        ("As the ferry sank, the passenger is 34 metres away from Joan Pell.", None),
        ("Joan Pell, who is now aged 34, left the ferry.", 34),
        ("Joan Pell, pictured with her dog, 34, left the ferry.", None),
        ("Joan Pell, pictured, 34, left the ferry.", 34),
        ("Joan Pell ran the ferry. She turned 30 in 1998.", None),
        ("Joan Pell runs the ferry. At 54, she still takes the helm.", 54),
        ("Joan Pell runs the ferry. Now 54, she has two sons.", 54),
        ("Joan Pell runs the ferry. At 16, she left school.", None),
        ("Joan Pell turned 30 in 1998.", None),
        ("Joan Pell is 2 and a half points behind.", None),
        ("Joan Pell, 35 next month, will leave the ferry.", None),
        ("Beside Joan Pell, 44-year-old plumber Ada Orr left the ferry.", None),
        ("Only 30 people came, Joan Pell said.", None),
        ("A 34-year-old woman told Joan Pell to leave.", None),
        ("A 34-year-old man and Joan Pell were hurt.", None),
        ("As she helped a 12-year-old girl, Joan Pell slipped.", None),
        ("At 16, Joan Pell left school.", None),
        ("In 1990, Joan Pell was 22.", None),
        ("Joan Pell, then 22, left the ferry.", None),
        ("Joan Pell, a mother of twin boys, 12, left the ferry.", None),
        ("Joan Pell, a friend of Ada Orr, 66, left the ferry.", None),
        ("Joan Pell, whose mother died at 66, left the ferry.", None),
        ("Joan Pell lost her daughter in May. She was 19.", None),
        ("Joan Pell left the island when she was 19.", None),
        ("Joan Pell, a goalkeeper, left the ferry at 38.", None),
        ("Joan Pell turned 40 people away.", None),
        ("Joan Pell retires at the age of 62 after a life on the ferry.", 62),
        ("Joan Pell has become mayor at 22.", 22),
        ("Joan Pell became mayor at 22 on Monday.", 22),
        ("At 22, Joan Pell became the youngest mayor on Monday.", 22),
        ("Joan Pell became mayor at 22.", None),
        ("Joan Pell joined in 2001, becoming mayor at 22.", None),
        ("Joan Pell’s mother died at 66.", None),
        ("Joan Pell said a deckhand had died aged 66.", None),
        ("Joan Pell slipped and died on Monday, aged 66.", 66),
        ("Joan Pell turns 60 in March.", None),
        ("Joan Pell, who at 41 does the books, left the ferry.", 41),
        ("Joan Pell, who at 41 did the books, left the ferry.", None),
        ("Joan Pell, 79 — “a spring chicken,” she says — left the ferry.", 79),
        ("The oldest skipper, Joan Pell, has died at the age of 102.", 102),
        ("Joan Pell’s death at 41 shocked the crew.", 41),
        ("The death of Joan Pell, at the age of 41, shocked the crew.", 41),
        ("The death at 41 of Joan Pell shocked the crew.", 41),
        ("Joan Pell, a sprightly 81, left the ferry.", 81),
        ("Joan Pell, who’s 41, left the ferry.", 41),
        ("A Hull woman aged 41, Joan Pell, left the ferry.", 41),
        ("Joan Pell, who’ll be 42 in May, left the ferry.", None),
        ("Joan Pell turns 60 today.", 60),
        ("Joan Pell, who was 100 in March, left the ferry.", 100),
        ("Joan Pell celebrated turning 100 on Friday.", 100),
        ("Joan Pell left the ferry. She turned 100 on Friday.", 100),
        ("Joan Pell celebrated her 80th birthday in 1998.", None),
        ("Joan Pell left the ferry on her 60th birthday on Friday.", 60),
        ("Joan Pell was shot dead on her 60th birthday.", 60),
        ("Joan Pell left the ferry on her 60th birthday.", None),
        ("Joan Pell gave her age as 34.", 34),
        ("Joan Pell’s age was given as 34.", 34),
        ("Joan Pell — 34 and unmarried — left the ferry.", 34),
        ("Joan Pell — who is 31 but plays a 16-year-old — left the ferry.", 31),
        ("At 15 years and 212 days, Joan Pell is the youngest skipper.", 15),
        ("Joan Pell runs the ferry. The skipper, now 52, is well.", 52),
        ("Joan Pell, who left in 2019 and is now 52, runs a pub.", 52),
        ("Joan Pell has turned 70 and is still on the ferry.", 70),
        ("Joan Pell, at the age of 70, is still on the ferry.", 70),
        ("At the age of 70, the skipper Joan Pell is still on the ferry.", 70),
        ("At 70, the daughter of Joan Pell is still on the ferry.", None),
        ("Joan Pell, now a 70-year-old grandmother, left the ferry.", 70),
        ("Joan Pell, at 70, the oldest of the crew, left the ferry.", 70),
        ("A 64-year-old woman died. She was named on Friday as Joan Pell.", 64),
        ("Joan Pell’s family paid tribute to the 64-year-old on Friday.", 64),
        ("Joan Pell paid tribute to the 64-year-old on Friday.", None),
        ("Joan Pell — she is 68 — left the ferry.", 68),
        ("Joan Pell, Labour MP for Hull North, 34, left the ferry.", 34),
        ("The 25-year-old Hull-born skipper Joan Pell left the ferry.", 25),
        ("Joan Pell died on Friday. The former skipper was 83.", 83),
        ("Joan Pell left on Friday. The former skipper was 83.", None),
        ("Joan Pell, the 34-year-old’s mother, left the ferry.", None),
        ("“At 34, I am too old,” said Joan Pell.", 34),
        ("“I’m a 34-year-old woman,” said Joan Pell.", 34),
        ("“I turned 40 on Friday,” said Joan Pell.", 40),
        ("“I turned 40 people away,” said Joan Pell.", None),
        ("“At 12, I left home,” said Joan Pell.", None),
        ("Bo Quill shot 68 and Joan Pell was 70.", None),
        ("There were 12 in the boat. Joan Pell was ten.", None),
        ("Bo Quill (34 mins) and Joan Pell (78) scored.", None),
        ("Goals: Quill (12), Joan Pell (34).", None),
        ("Joan Pell (76) and Bo Quill put on 90 for the third wicket.", None),
        ("Joan Pell (7) was the best, with Bo Quill (6) beside her.", None),
        ("The sisters Joan Pell (7) and Bea Pell (6) found a coin.", 7),
    ],
)
def test_ages_as_reports_write_them(text, age):
    assert actor(analysed(text), "Joan Pell").age == age


@pytest.mark.parametrize(
    ("ages", "his", "hers"),
    [
        ("34 and 36,", 34, 36),
        ("aged 34 and 36 respectively,", 34, 36),
        ("both 34,", 34, 34),
        ("34, who is her uncle,", None, 34),
        ("— 17 and 16 respectively —", 17, 16),
    ],
)
def test_ages_shared_by_several_names(ages, his, hers):
    found = analysed(f"Bo Quill and Joan Pell, {ages} were on the ferry.")
    assert (actor(found, "Bo Quill").age, actor(found, "Joan Pell").age) == (his, hers)


def test_twins_are_of_one_age():
    found = analysed("Twins Bo and Joan Pell, 12, won the race.")
    assert (actor(found, "Bo").age, actor(found, "Joan Pell").age) == (12, 12)


def test_whoever_saw_or_suffered_it_is_not_the_accused():
    charged = "A 34-year-old man has been charged with murder.\n\n"
    assert actor(analysed(charged + "Bo Quill was found dead on Monday."), "Bo Quill").age is None
    assert actor(analysed(charged + "Bo Quill appeared in court on Monday."), "Bo Quill").age == 34
    hurt = "A boy, 12, was hurt on Friday. "
    assert actor(analysed(hurt + "Bo Quill, who saw it, rang the police."), "Bo Quill").age is None


def test_the_age_behind_a_description():
    found = analysed(
        "Lena Voss won gold. The swimmer, 19, said she was tired. The teenager said she would rest."
    )
    assert actor(found, "Lena Voss").age == 19
    assert speakers(found) == ["Lena Voss", "Lena Voss"]


def test_a_noun_with_an_age_in_a_headline_is_no_name():
    found = analysed(
        "Woman, 34, admits theft\n\nJoan Pell appeared in court. Pell took the boat, the court heard."
    )
    assert [each.name for each in found.actors if each.kind.value == "person"] == ["Joan Pell"]


@pytest.mark.parametrize(
    "text",
    [
        "Joan Pell was killed when a van hit her bicycle.\n\nThe driver, 29, was arrested.",
        "Joan Pell was attacked on the ferry on Sunday. The suspect, 31, lives in the same street.",
        "Joan Pell was stabbed on the ferry on Sunday.\n\nThe 31-year-old mechanic was charged on Monday.",
        "Joan Pell, a cook, has been jailed for theft.\n\nThe victim, 84, was too ill to come to court.",
        "Joan Pell, a nurse, is on trial.\n\nThe patient, 84, was asleep.",
        "Joan Pell runs the ferry. The passenger, 71, had lost a hat.",
        "Joan Pell pulled a boy from the river on Sunday.\n\nThe 12-year-old was taken to hospital.",
    ],
)
def test_an_age_is_not_that_of_the_victim_for_the_accused_nor_of_a_bystander(text):
    assert actor(analysed(text), "Joan Pell").age is None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Joan Pell was rescued from the river on Sunday.\n\nThe 34-year-old was taken to hospital.", 34),
        ("Joan Pell, a nurse, has been jailed.\n\nThe nurse, 44, stole from the till.", 44),
        ("Joan Pell has been charged with theft.\n\nThe defendant, 44, appeared in court.", 44),
        ("Joan Pell scored twice. The 19-year-old winger had been ill.", 19),
    ],
)
def test_an_age_of_a_description_is_that_of_the_one_named_before(text, age):
    assert actor(analysed(text), "Joan Pell").age == age


def test_a_parse_that_goes_in_a_circle_ends():
    found = analysed("88-year-old man wins lottery\n\nBo Quill bought the ticket on Sunday.")
    assert [each.name for each in found.actors if each.kind.value == "person"] == ["Bo Quill"]

"""Ways of English reports to say who somebody is, and what in marks is no speech."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Waitress Norah Pell left on Friday.", ("Waitress",)),
        ("Cllr Norah Pell left on Friday.", ("Cllr",)),
        ("Rabbi Norah Pell left on Friday.", ("Rabbi",)),
        ("Mayo TD Norah Pell left on Friday.", ("Mayo TD",)),
        ("The Taoiseach, Norah Pell, left on Friday.", ("Taoiseach",)),
        ("Off-duty paramedic Norah Pell left on Friday.", ("paramedic",)),
        ("Norah Pell, 22, became mayor.", ("mayor",)),
        ("Norah Pell MP left on Friday.", ("MP",)),
        ("Norah Pell, author of “The Weir”, left on Friday.", ("author of “The Weir”",)),
        (
            "A spokeswoman for the Denby Trust, Norah Pell, left on Friday.",
            ("spokeswoman for the Denby Trust",),
        ),
        (
            "Norah Pell, CEO and co-founder of Denby Bank, left on Friday.",
            ("CEO", "co-founder of Denby Bank"),
        ),
    ],
)
def test_offices_as_reports_write_them(text, roles):
    assert actor(analysed(text), "Norah Pell").roles == roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ian “Frosty” Frost won the race. Frost said he was tired.", ["Ian “Frosty” Frost"]),
        ("Jimmy “The Fish” Doyle, 61, sold eels. Doyle said they were fresh.", ["Jimmy “The Fish” Doyle"]),
        ("Seán Ó Riain scored. Ó Riain said it was wet.", ["Seán Ó Riain"]),
        ("Robert Moss won the seat. Bob Moss has run the pub since May.", ["Robert Moss"]),
        ("Nicholas Ware resigned. Nick did his best.", ["Nicholas Ware"]),
        ("James Orr won. Liam Orr came too.", ["James Orr", "Liam Orr"]),
        ("Ted Vale and Ned Vale sang. Eddie wept.", ["Ted Vale", "Ned Vale", "Eddie"]),
    ],
)
def test_who_is_one_person(text, names):
    assert [each.name for each in analysed(text).actors] == names


def test_the_office_of_the_next_in_a_list_is_not_that_of_the_one_before():
    found = analysed("Those killed were pilot Al Orr (44), nurse Jo Fay (31) and two others.")
    assert actor(found, "Al Orr").roles == ("pilot",)
    assert actor(found, "Jo Fay").roles == ("nurse",)


def test_people_with_ages_in_a_list_are_no_places():
    found = analysed("Tom Orr, 34, of Mill Road, and Ned Vale, 29, of Elm Street, denied it.")
    assert (actor(found, "Ned Vale").kind.value, actor(found, "Ned Vale").age) == ("person", 29)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Quillmark shut two mills. The Ohio-based firm said it was sorry.", ["Quillmark"]),
        ("Ruth Pym was fined. The mother of two told the court she had lost her job.", ["Ruth Pym"]),
        ("The prime minister, Eva Lund, flew home. The premier said she was tired.", ["Eva Lund"]),
        (
            "Prosecutor Ruth Pym said Dale Moss lied. The 44-year-old told the court he was asleep.",
            ["Ruth Pym", "Dale Moss"],
        ),
        ("One parent said she had not been told.", ["One parent"]),
    ],
)
def test_descriptions_that_speak(text, said):
    found = analysed(text)
    assert speakers(found) == said
    assert [each.kind.value for each in found.actors if each.name == "One parent"] in ([], ["unnamed"])


def test_who_is_told_is_no_part_of_what_is_said():
    text = "Ruth Pym was fined. The mother of two told the court she had lost her job."
    quote = analysed(text).quotes[0]
    assert text[slice(*quote.spans[0])] == "she had lost her job"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Al Bray, star of “Night Boat,” said he was ill.", ["indirect"]),
        ("In “The Weir”, Bray says the sea is cold.", ["indirect"]),
        ("The singer, best known for “Night Boat”, left.", []),
        ("Bray spoke of “a long night”, and left.", ["direct"]),
        ("“Night boats are cold,” Bray said.", ["direct"]),
    ],
)
def test_titles_in_marks_are_no_speech(text, said):
    found = [quote.type.value for quote in analysed(text).quotes]
    assert [each for each in found if each != "reported"] == said


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Jo Lee said Labor had lost.", "Labor", "organisation"),
        ("Al Finch, of Mill Lane, Ely, left on Friday.", "Ely", "place"),
        ("Shares in Norvane rose on Friday.", "Norvane", "organisation"),
        ("The Dáil voted for it.", "Dáil", "organisation"),
    ],
)
def test_names_are_what_the_words_around_them_make_them(text, name, kind):
    assert actor(analysed(text), name).kind.value == kind


def test_a_day_is_no_body():
    found = analysed("Vic Cole liked Saturday's win. “They ran,” he said.")
    assert [each.name for each in found.actors] == ["Vic Cole"]


def test_the_solicitor_of_somebody_told_by_age_is_somebody_else():
    found = analysed("Al Finch was fined. The 58-year-old’s solicitor said it was late.")
    assert actor(found, "Al Finch").age == 58
    assert actor(found, "Al Finch").roles == ()
    assert "Al Finch" not in speakers(found)


def test_one_word_in_marks_ends_its_sentence():
    text = 'Tess Ware said: "No." Pressed on the figures, she said they were wrong.'
    assert [text[slice(*quote.spans[0])] for quote in analysed(text).quotes] == ['"No."', "they were wrong"]


def test_a_parent_of_some_number_is_whom_the_name_behind_it_is():
    found = analysed("34-year-old father of two Sam Cole admitted theft.")
    assert [(each.name, each.age) for each in found.actors] == [("Sam Cole", 34)]


def test_a_husband_is_not_she():
    text = (
        "Ruth Pym sang in Denby.\n\nHer husband, Orlo Pell, died in May. “We sang the same tunes,” she said."
    )
    assert speakers(analysed(text)) == ["Ruth Pym"]


def test_an_age_is_no_part_of_what_somebody_is_called():
    text = "Mum, 34, tells of flood ordeal\n\nThe rain fell for a week."
    assert [each.name for each in analysed(text).actors if each.kind.value == "unnamed"] == ["Mum"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“Gaffer, you could have told me!” Noel Orr joked.", ["Noel Orr"]),
        ("Transport convener Cllr Ruth Moss said it was late.", ["Ruth Moss"]),
        ("Emil Strand may leave. “Emil's going nowhere,” Noel Orr said.", ["Emil Strand", "Noel Orr"]),
    ],
)
def test_who_is_called_and_what_is_behind_a_name(text, names):
    assert [each.name for each in analysed(text).actors] == names

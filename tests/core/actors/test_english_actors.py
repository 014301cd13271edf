"""Who acts in English reports, read by the bundled pipeline."""

from core.analysis import Actor, Analysis, Form
from core.analyzer.analyze import analyze
from core.articles import Article
from core.articles.texts import plain_article


def analysed(text: str) -> Analysis:
    article: Article = plain_article(text, "test")
    return analyze(Article("", text, article.blocks, "en", ""))


def actor(analysis: Analysis, name: str) -> Actor:
    return next(each for each in analysis.actors if each.name == name)


def speakers(analysis: Analysis) -> list[str]:
    named = [analysis.actor(quote.speaker.actor) if quote.speaker else None for quote in analysis.quotes]
    return [each.name if each else "" for each in named]


def test_offices_before_and_behind_a_name():
    found = analysed(
        "Gov. Ruth Calloway left on Friday. Colin Barr, 47, runs the ferry.\n\n"
        "Iris Tolland, a sociologist at Penrose College, said the poll was flawed.\n\n"
        "The second caller was lock keeper Owen Tarrant."
    )
    assert actor(found, "Ruth Calloway").roles == ("Gov.",)
    assert actor(found, "Iris Tolland").roles == ("sociologist",)
    assert actor(found, "Owen Tarrant").roles == ("lock keeper",)
    assert actor(found, "Colin Barr").age == 47


def test_two_offices_before_a_name_with_one_article():
    found = analysed(
        "The chef and critic Anton Bell once denounced the show. Ms. Draper mailed him a pie. In later years the chef "
        "conceded that he had been wrong."
    )
    assert actor(found, "Anton Bell").roles == ("chef", "critic")
    assert speakers(found) == ["Anton Bell", "Anton Bell"]


def test_headlines_with_a_colon_or_marks():
    below = "\n\nHenry Hadley has spoken of little else since Easter. Hadley is the mayor of the town."
    assert speakers(analysed("Hadley: The tower will stay" + below))[:1] == ["Henry Hadley"]
    found = analysed("‘Not a penny more’: Hadley rules out pay rise" + below)
    assert [quote.type for quote in found.quotes][:1] == ["direct"]
    assert speakers(found)[:1] == ["Henry Hadley"]


def test_an_office_with_a_comma_before_the_name():
    found = analysed("The head teacher, Joan Pell, said the roof could not wait.")
    assert actor(found, "Joan Pell").roles == ("head teacher",)
    assert speakers(found) == ["Joan Pell"]


def test_lady_ash_is_not_sir_brian():
    found = analysed("Sir Brian Ashcombe denied it. Lady Ashcombe said the hedge was hers.")
    assert speakers(found) == ["Brian Ashcombe", "Ashcombe"]


def test_pronouns_and_ages():
    found = analysed(
        "Margaret Hollis, 54, runs the ferry to Skell. She said the engine was new.\n\n"
        "The 54-year-old added that nobody had been hurt."
    )
    assert speakers(found) == ["Margaret Hollis", "Margaret Hollis"]


def test_names_with_a_hyphen_are_one():
    found = analysed("Kelly-Anne Marsden said the seal was back. Mrs Marsden rang the council.")
    assert "Kelly-Anne Marsden" in [each.name for each in found.actors]


def test_somebody_s_allies_are_not_that_person():
    found = analysed("Henry Wexley left the hall at noon. Wexley allies said the vote was lost.")
    assert "Henry Wexley" not in speakers(found)


def test_a_demonym_is_no_person():
    found = analysed("Tomas Verhaegen left on Friday. The Belgian said he would miss the plums.")
    assert not any(each.name == "Belgian" for each in found.actors)


def test_descriptions_by_what_somebody_is():
    found = analysed(
        "Hugh Tarrant left the mill at dawn. The grandad-of-five said the wheel had stopped.\n\n"
        "Joan Pell lives by the weir. “It was dark,” the 47-year-old plumber from Selby said.\n\n"
        "Prof Iris Tolland, an expert on eels at Penrose College, was not surprised. The zoologist, who swims daily, "
        "said: “They bite.”"
    )
    assert speakers(found) == ["Hugh Tarrant", "Joan Pell", "Iris Tolland"]
    assert actor(found, "Joan Pell").age == 47


def test_a_player_is_no_coach():
    found = analysed(
        "Head coach Colin Barr said Owen Tarrant was ill.\n\nThe midfielder said he had eaten a bad pie."
    )
    assert speakers(found)[-1] != "Colin Barr"


def test_whom_a_phrase_before_a_pronoun_is_about():
    found = analysed("Joan Pell has died at 88. A miller's daughter, she said she never liked bread.")
    assert speakers(found) == ["Joan Pell"]
    assert actor(found, "Joan Pell").age == 88


def test_bodies_by_what_they_are():
    found = analysed(
        "Selby & Quill closed on Monday after the lender said it had no cash.\n\n"
        "The Tidewater Guild, a tenants' group that owns the pier, was angry."
    )
    guild = actor(found, "Tidewater Guild")
    text = found.mentions
    assert any(mention.actor == guild.id and mention.form is Form.NOMINAL for mention in text)


def test_they_are_the_people_of_the_sentence_before():
    found = analysed("Sailors reached the wreck at noon. They said the bell had gone.")
    assert speakers(found) == ["Sailors"]


def test_acronyms_keep_their_stops_and_hyphened_offices_are_whole():
    found = analysed("Editor-in-Chief Joan Pell said the Q.R.S.U. was wrong. The Q.R.S.U. denied it.")
    assert actor(found, "Joan Pell").roles == ("Editor-in-Chief",)
    assert speakers(found) == ["Joan Pell", "Q.R.S.U."]


def test_who_somebody_is_beside_an_office():
    found = analysed("Joan Pell, the outgoing director, smiled. The trained plumber runs the weir.")
    pell = actor(found, "Joan Pell")
    described = [m for m in found.mentions if m.actor == pell.id and m.form is Form.NOMINAL]
    assert len(described) == 2


def test_names_within_an_address_at_the_end_have_no_office():
    text = "Ruth A. Farley Clerk -- Selby Ferries 713.555.0138 (Office) 713.555.0140 (H) Ruth.A.Farley@quill.example"
    assert all(not each.roles for each in analysed(text).actors)


def test_the_adjective_of_a_state_is_derived():
    found = analysed("Russian troops met American engineers in Peru.")
    forms = {mention.start: mention.form for mention in found.mentions}
    assert forms == {0: Form.DERIVED, 19: Form.DERIVED, 41: Form.NAME}


def test_a_school_and_the_town_in_its_name_are_two():
    text = "Ada Lind lived in Kendal and then Selby, where she taught at Selby School of Music."
    labels = {text[mention.start : mention.end]: mention.label.value for mention in analysed(text).mentions}
    assert (labels["Selby"], labels["Selby School of Music"]) == ("LOC", "ORG")


def test_a_coast_and_the_company_called_by_it_are_two():
    text = (
        "The chief executive of Elm Coast Water gave up a bonus. Beaches on the Elm Coast were shut, and the cafes"
        " of the Elm Coast were empty."
    )
    labels = {text[mention.start : mention.end]: mention.label.value for mention in analysed(text).mentions}
    assert (labels["Elm Coast"], labels["Elm Coast Water"]) == ("LOC", "ORG")


def test_the_number_of_a_king_has_no_stop():
    found = analysed("The tower fell under King Osric III. He built it again.")
    assert "Osric III" in {actor.name.removeprefix("King ") for actor in found.actors}


def test_a_plain_s_makes_no_genitive():
    found = analysed("Later the Romans gave the lake another name, after the Roman Empire was founded.")
    assert [mention.start for mention in found.mentions if mention.form is Form.NAME] == [55]


def test_who_opens_a_report_is_named_below():
    found = analysed(
        "Van ends in canal\n\nA baker who drove into the canal said it was the fault of the fog.\n\n"
        "Owen Tarrant, 41, was pulled out by two rowers.\n\nThe baker said he would buy a bicycle."
    )
    assert set(speakers(found)) == {"Owen Tarrant"}
    assert actor(found, "Owen Tarrant").roles == ("baker",)


def test_who_opens_a_report_is_nobody_of_another_office():
    found = analysed(
        "Van ends in canal\n\nA baker who drove into the canal said it was the fault of the fog.\n\n"
        "Police Sergeant Owen Tarrant, 41, pulled him out."
    )
    assert "baker" not in actor(found, "Owen Tarrant").roles
    assert speakers(found) == ["a baker"]


def test_titles_are_roles_where_there_is_no_other():
    found = analysed(
        "Dr Iris Tolland said the poll was flawed. Dr Colin Barr, a statistician, said it was fine.\n\n"
        "Owen Tarrant MSP said he had not read it."
    )
    assert actor(found, "Iris Tolland").roles == ("Dr",)
    assert actor(found, "Colin Barr").roles == ("statistician",)
    assert actor(found, "Owen Tarrant").roles == ("MSP",)


def test_addresses_and_accounts_are_nobody():
    found = analysed("Write to Owen.Tarrant@elmpost.example or follow @OwenTarrant. Iris Tolland did.")
    assert [each.name for each in found.actors] == ["Iris Tolland"]


def test_they_for_one_who_speaks_without_a_name():
    found = analysed(
        "A Selby council spokesperson denied the claim. “We checked it twice,” they said.\n\n"
        "The spokesman told residents to wait. They said they had waited a year."
    )
    assert speakers(found)[:2] == ["a Selby council spokesperson"] * 2
    assert "the spokesman" not in speakers(found)[-1:]


def test_the_short_form_of_a_firm_behind_a_noun_for_firms():
    found = analysed("Grocer Elm Row said sales fell. Elm Row Foods will close nine shops.")
    assert speakers(found) == ["Elm Row Foods"]
    assert "Pfelda" in [each.name for each in analysed("Drugmaker Pfelda rose 4%.").actors]
    assert actor(analysed("The grocer Tom Pell closed his shop."), "Tom Pell").roles == ("grocer",)


def test_a_firm_whose_name_is_a_possessive():
    found = analysed("Tolley's said the port was shut. The vote was close, Tolley's said.")
    assert speakers(found) == ["Tolley's", "Tolley's"]
    assert "Ada" in [each.name for each in analysed("Ada's house burnt down. A friend of Ada's wept.").actors]


def test_feasts_and_nouns_of_headlines_are_nobody():
    found = analysed("Tot found safe\n\nRamadan ends on Friday, Ada Quill said. Christmas came early.")
    assert [each.name for each in found.actors] == ["Ada Quill"]


def test_a_letter_that_ends_a_sentence_is_no_initial():
    found = analysed(
        "He had posted it on X. Quill denied all charges. They chose plan B. Tarrant said it failed."
    )
    assert speakers(found) == ["Quill", "Tarrant"]
    assert "X. Quill" in [each.name for each in analysed("It was sung by X. Quill at noon.").actors]


def meant(analysis: Analysis, text: str, words: str) -> str:
    at = text.index(words)
    found = next(each for each in analysis.mentions if each.start == at and each.form is Form.NOMINAL)
    named = analysis.actor(found.actor) if found.actor else None
    return named.name if named else ""


def test_nouns_without_an_article_in_a_headline():
    text = (
        "Plumber finds ring in drain\n\nJoan Pell, 47, a plumber from Selby, found the ring. Pell went home."
    )
    found = analysed(text)
    assert meant(found, text, "Plumber") == "Joan Pell"
    text = "Plumber finds ring\n\nThe ring lay in a drain at Selby. It was made of gold."
    assert not any(each.start == 0 for each in analysed(text).mentions)
    text = "School board shuts library\n\nThe Selby School Board met on Monday. It has five members."
    assert meant(analysed(text), text, "School board") == "Selby School Board"


def test_somebody_who_is_called_so_is_who_is_described_before():
    found = analysed("A singer named Joan Pell left the harbour on Monday. Pell said she was tired.")
    assert actor(found, "Joan Pell").roles == ("singer",)
    assert [each.name for each in found.actors] == ["Joan Pell"]
    text = "A grey heron called Dipper left the harbour. Dipper had lived there for years."
    assert "A grey heron" in [text[each.start : each.end] for each in analysed(text).mentions]


def test_a_body_is_taken_up_by_the_last_word_of_its_name():
    text = "The Larkfield Foundation dismissed the finding as absurd.\n\nThe stores were dry, the Foundation said."
    assert speakers(analysed(text)) == ["Larkfield Foundation", "Larkfield Foundation"]
    text = (
        "The Larkfield Trust dismissed the finding.\n\nThe heron came back in May.\n\n"
        "According to the Trust, she has kept the stores free of rats."
    )
    assert speakers(analysed(text))[-1] == "Larkfield Trust"


def test_a_mother_of_two_is_described_by_that_alone():
    found = analysed(
        "Nina Orr said she had lost everything. The mother of two said the insurers had not called."
    )
    assert speakers(found) == ["Nina Orr", "Nina Orr"]


def test_whom_which_takes_up_is_no_person():
    found = analysed("Solvane, which makes tractors, lost money. The company said it would hire 200 people.")
    assert speakers(found) == ["Solvane"]


def test_a_noun_for_who_trades_or_for_a_firm():
    text = "Elm Row Foods lost money. The grocer will close nine shops. The grocer employs 900 people."
    assert meant(analysed(text), text, "The grocer") == "Elm Row Foods"
    text = "Tom Pell, a grocer from Selby, lost money. The grocer said he would close his shop."
    assert meant(analysed(text), text, "The grocer") == "Tom Pell"


def test_a_rank_before_a_name_is_no_body():
    found = analysed("PC Dan Quill stole a purse on Monday. Quill said he was ashamed.")
    assert [each.name for each in found.actors] == ["Dan Quill"]
    assert actor(found, "Dan Quill").roles == ("PC",)


def test_who_is_introduced_by_what_is_theirs():
    found = analysed(
        "A farmer who lost 40 sheep blamed the council. Tom Pell, whose land borders the river, said it was weak."
    )
    assert speakers(found) == ["Tom Pell", "Tom Pell"]


def test_ranks_that_the_parse_takes_for_small_words():
    assert actor(analysed("Det Con Joan Pell closed the road."), "Joan Pell").roles == ("Det Con",)
    assert actor(analysed("Recorder Joan Pell jailed him."), "Joan Pell").roles == ("Recorder",)


def test_a_description_by_a_body_that_was_described_too():
    text = 'The Tidewater Guild met on Friday. "We shall sue," said Joan Pell, the guild\'s secretary.'
    found = analysed(text)
    described = [m for m in found.mentions if text[m.start : m.end] == "the guild's secretary"]
    assert [found.actor(m.actor).name for m in described if m.actor] == ["Joan Pell"]


def test_a_constable_is_the_officer_of_the_opening():
    found = analysed(
        "A police officer has been sacked.\n\nPC Bo Quill lied about a fight. The officer was sorry."
    )
    assert [each.name for each in found.actors] == ["Bo Quill"]


def test_a_court_that_is_told_in_a_headline_says_nothing():
    text = "Clerk who stole from widow spent cash on cruise, court told\n\nBo Quill was jailed on Monday."
    assert speakers(analysed(text)) == [""]


def test_descriptions_that_speak_are_of_somebody_named():
    found = analysed('Ada Lind has lived there since 1990.\n\n"It was ours," said the widow. "It still is."')
    assert speakers(found) == ["Ada Lind", "Ada Lind"]
    found = analysed(
        "Ada Lind admitted theft on Monday. Det Con Bo Quill told the court that the defendant had said she was sorry."
    )
    assert speakers(found)[-1] == "Ada Lind"


def test_a_relative_and_a_stir_are_no_names():
    found = analysed('Fury over rents\n\nAda Lind is 23. "Nan doesn\'t like it," Lind said.')
    assert [each.name for each in found.actors if each.kind.value == "person"] == ["Ada Lind"]


def test_who_passes_words_on_goes_on_to_speak():
    found = analysed(
        "Gail Whitby had told him that the arm was “in an odd position”, Peter Strand said. “Odd? It’s attached to his "
        "shoulder!”"
    )
    last = max(found.quotes, key=lambda quote: quote.spans[0][0])
    assert last.speaker is not None
    assert found.actor(last.speaker.actor) == actor(found, "Peter Strand")

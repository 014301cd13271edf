"""What each kind of correction does."""

from dataclasses import replace

import pytest

from core.analysis import ActorKind, Analysis, Form, Label, QuoteType
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Correction,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
    correct,
)
from core.annotations.corrections.finding import occurrences
from tests.core.annotations.corrections.invented import ANALYSIS, TEXT, anchor, at, correction

IDA = Who("Ida Morgen", anchor("Ida Morgen"))


def made(what: Correction, words: str | None, nth: int = 0) -> Analysis:
    """The analysis with one correction, which has to fit."""
    corrected = correct([correction(what, anchor(words, nth) if words else None)], ANALYSIS, TEXT)
    assert corrected.misfits == ()
    return corrected.analysis


def refused(what: Correction, words: str | None, nth: int = 0) -> str:
    """Why a correction does not fit; the analysis has to be the very one it was."""
    corrected = correct([correction(what, anchor(words, nth) if words else None)], ANALYSIS, TEXT)
    assert corrected.analysis is ANALYSIS
    return corrected.misfits[0].reason


def called(analysis: Analysis, name: str):
    return next((actor for actor in analysis.actors if actor.name == name), None)


def words_of(analysis: Analysis, name: str) -> list[str]:
    return [TEXT[slice(*mention.span)] for mention in analysis.mentions_of(called(analysis, name).id)]


def test_two_actors_become_one():
    analysis = made(Merge("Paul Morgen", IDA), "Paul Morgen")
    assert called(analysis, "Paul Morgen") is None
    ida = called(analysis, "Ida Morgen")
    assert (ida.id, ida.aliases, ida.age) == ("a2", ("Morgen", "Paul Morgen"), 51)
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen", "Paul Morgen", "Morgen", "Morgen"]
    assert analysis.quotes[0].speaker.actor == "a2"


def test_the_actor_kept_lends_what_it_lacks_from_the_other():
    analysis = made(Merge("Ida Morgen", Who("Nils Otter")), "Ida Morgen")
    otter = called(analysis, "Nils Otter")
    assert (otter.age, otter.roles) == (51, ("Anwalt",))


def test_a_mention_is_split_off_as_an_actor_of_its_own():
    analysis = made(Assign(ActorKind.PERSON), "Morgen", 2)
    morgen = called(analysis, "Morgen")
    assert (morgen.kind, morgen.id) == (ActorKind.PERSON, "rc0")
    assert words_of(analysis, "Morgen") == ["Morgen"]
    assert words_of(analysis, "Paul Morgen") == ["Paul Morgen"]
    assert analysis.quotes[0].speaker.actor == "rc0", "who speaks by these words goes with them"


def test_a_mention_goes_over_to_another_actor():
    analysis = made(Assign(ActorKind.PERSON, IDA), "Morgen", 2)
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen", "Morgen", "Morgen"]
    assert analysis.quotes[0].speaker.actor == "a2"


def test_what_the_reader_says_is_no_guess():
    guessed = replace(
        ANALYSIS,
        mentions=tuple(
            replace(m, confidence=0.5) if m.span == at("Morgen", 2) else m for m in ANALYSIS.mentions
        ),
    )
    said = correction(Assign(ActorKind.PERSON, IDA), anchor("Morgen", 2))
    mention = next(m for m in correct([said], guessed, TEXT).analysis.mentions if m.span == at("Morgen", 2))
    assert (mention.actor, mention.confidence) == ("a2", 1.0)


def test_an_actor_without_a_mention_left_is_gone():
    analysis = made(Assign(ActorKind.PERSON, IDA), "Kranich")
    assert called(analysis, "Kranich") is None


def test_an_actor_is_made_from_a_selection():
    analysis = made(Assign(ActorKind.PERSON), "Die Müllerin")
    (mention,) = analysis.mentions_of("rc0")
    assert (mention.span, mention.label) == (at("Die Müllerin"), Label.PER)
    assert called(analysis, "Die Müllerin").kind is ActorKind.PERSON


def test_a_selection_is_a_description_of_an_actor_or_his_name():
    analysis = made(Assign(ActorKind.PERSON, IDA), "Die Müllerin")
    assert analysis.mentions_of("a2")[1].form is Form.NOMINAL
    analysis = made(Assign(ActorKind.PLACE, Who("Ebertal")), "Ebertal", 2)
    assert analysis.mentions_of("a6")[1].form is Form.NAME


def test_a_wider_selection_takes_the_place_of_the_name_in_it():
    analysis = made(Assign(ActorKind.ORGANISATION), "Mühle Kranich")
    assert called(analysis, "Kranich") is None
    assert words_of(analysis, "Mühle Kranich") == ["Mühle Kranich"]


def test_all_places_with_the_same_words_stand_for_the_same():
    analysis = made(Assign(ActorKind.PERSON, IDA, everywhere=True), "Morgen", 2)
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen", "Morgen", "Morgen"]
    assert words_of(analysis, "Paul Morgen") == ["Paul Morgen"]
    analysis = made(Assign(ActorKind.PLACE, Who("Ebertal"), everywhere=True), "Ebertal", 1)
    assert words_of(analysis, "Ebertal") == ["Ebertal", "Ebertal"]
    assert words_of(analysis, "Sparkasse Ebertal") == ["Sparkasse Ebertal"], "a part of a name is left to it"


def test_all_places_are_taken_from_whoever_they_stood_for():
    analysis = made(Assign(ActorKind.PERSON, Who("Nils Otter"), everywhere=True), "Morgen", 2)
    assert words_of(analysis, "Nils Otter").count("Morgen") == 2
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen"]


def test_renamed_actors_keep_their_name_as_an_alias():
    ida = called(made(Rename("Ida Morgen", "Ida Morgen-Hain"), "Ida Morgen"), "Ida Morgen-Hain")
    assert (ida.id, ida.aliases) == ("a2", ("Ida Morgen", "Morgen"))


def test_a_kind_gives_the_names_their_label():
    analysis = made(SetKind("Ebertal", ActorKind.ORGANISATION), "Ebertal", 1)
    assert called(analysis, "Ebertal").kind is ActorKind.ORGANISATION
    assert [mention.label for mention in analysis.mentions_of("a6")] == [Label.ORG]


def test_an_alias_is_marked_where_it_stands_and_takes_in_who_was_known_by_it():
    analysis = made(AddAlias("Ida Morgen", "Müllerin"), "Ida Morgen")
    assert "Müllerin" in called(analysis, "Ida Morgen").aliases
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen", "Müllerin", "Morgen"]
    analysis = made(AddAlias("Ida Morgen", "Paul Morgen"), "Ida Morgen")
    assert called(analysis, "Paul Morgen") is None


def test_a_mention_is_dismissed_and_with_the_last_one_its_actor():
    analysis = made(Dismiss(Subject.MENTION), "Morgen", 2)
    assert words_of(analysis, "Paul Morgen") == ["Paul Morgen"]
    analysis = made(Dismiss(Subject.MENTION), "Kranich")
    assert called(analysis, "Kranich") is None


def test_an_actor_is_dismissed_with_all_mentions():
    analysis = made(Dismiss(Subject.ACTOR, "Nils Otter"), "Otter", 1)
    assert called(analysis, "Nils Otter") is None
    assert not any("Otter" in TEXT[slice(*mention.span)] for mention in analysis.mentions)
    assert analysis.quotes[1].speaker.actor is None
    assert analysis.quotes[1].speaker.text == "Nils Otter"


def test_the_name_decides_where_another_analysis_gives_the_words_to_somebody_else():
    otherwise = replace(
        ANALYSIS,
        mentions=tuple(replace(m, actor="a2") if m.span == at("Morgen", 2) else m for m in ANALYSIS.mentions),
    )
    gone = correction(Dismiss(Subject.ACTOR, "Paul Morgen"), anchor("Morgen", 2))
    names = [actor.name for actor in correct([gone], otherwise, TEXT).analysis.actors]
    assert "Paul Morgen" not in names
    assert "Ida Morgen" in names


def test_who_is_mentioned_there_under_another_name_is_meant():
    renamed = replace(
        ANALYSIS,
        actors=tuple(
            replace(a, name="Paul P. Morgen", aliases=()) if a.id == "a3" else a for a in ANALYSIS.actors
        ),
    )
    said = correction(SetKind("Paul Morgen", ActorKind.GROUP), anchor("Paul Morgen"))
    assert called(correct([said], renamed, TEXT).analysis, "Paul P. Morgen").kind is ActorKind.GROUP


def test_a_quotation_is_dismissed():
    analysis = made(Dismiss(Subject.QUOTE), "Morgen dürfe nicht warten")
    assert [quote.id for quote in analysis.quotes] == ["q1", "q3"]


def test_what_stood_in_a_dismissed_quotation_stands_for_itself():
    first, second, third = ANALYSIS.quotes
    nested = replace(ANALYSIS, quotes=(first, second, replace(third, within="q2", repeats="q2")))
    gone = correction(Dismiss(Subject.QUOTE), anchor("Morgen dürfe nicht warten"))
    assert correct([gone], nested, TEXT).analysis.quotes == (first, third)


def test_a_label_is_changed():
    analysis = made(SetLabel(Label.ORG), "Ebertal", 1)
    assert next(m.label for m in analysis.mentions if m.span == at("Ebertal", 1)) is Label.ORG


def test_boundaries_are_moved():
    analysis = made(Move(anchor("Mühle Kranich")), "Kranich")
    assert words_of(analysis, "Kranich") == ["Mühle Kranich"]


def test_names_that_a_moved_mention_covers_make_way():
    analysis = made(Move(anchor("Ida Morgen (51) will sie kaufen, Paul Morgen")), "Ida Morgen")
    assert words_of(analysis, "Paul Morgen") == ["Morgen"]


def test_a_quotation_gets_its_speaker():
    quote = made(SetSpeaker(IDA), "„Niemand wartet gern.“").quotes[2]
    assert (quote.speaker.actor, quote.speaker.text, quote.speaker.spans) == ("a2", "Ida Morgen", ())
    assert quote.confidence == 1.0


def test_the_parts_of_a_quotation_go_with_it_unless_others_say_them():
    first, second, third = ANALYSIS.quotes
    own = replace(third, within="q2", speaker=second.speaker)
    other = replace(third, id="q4", spans=(at("hofft man"),), within="q2", speaker=first.speaker)
    nested = replace(ANALYSIS, quotes=(first, second, own, other))
    said = correction(SetSpeaker(IDA), anchor("Morgen dürfe nicht warten"))
    assert [quote.speaker.actor for quote in correct([said], nested, TEXT).analysis.quotes] == [
        "a3",
        "a2",
        "a2",
        "a3",
    ]


def test_words_that_name_another_do_not_say_who_speaks():
    speaker = made(SetSpeaker(Who("Kranich")), "Morgen dürfe nicht warten").quotes[1].speaker
    assert (speaker.actor, speaker.spans, speaker.text) == ("a1", (), "Kranich")


def test_nobody_named_speaks():
    assert made(SetSpeaker(None), "Morgen dürfe nicht warten").quotes[1].speaker is None


def test_a_quotation_is_of_another_type():
    assert made(SetType(QuoteType.REPORTED), "Morgen dürfe nicht warten").quotes[1].type is QuoteType.REPORTED


def test_a_quotation_is_added_in_its_place():
    analysis = made(AddQuote(QuoteType.REPORTED, IDA), "hat das Geld von der Sparkasse Ebertal")
    quote = analysis.quotes[1]
    assert (quote.id, quote.type, quote.speaker.actor) == ("rc0", QuoteType.REPORTED, "a2")


@pytest.mark.parametrize(
    ("what", "words", "why"),
    [
        (Rename("Ulla Hain", "Ulla"), None, "nobody here is called “Ulla Hain”"),
        (Merge("Ida Morgen", Who("Ulla Hain")), "Ida Morgen", "nobody here is called “Ulla Hain”"),
        (Dismiss(Subject.MENTION), "weiter", "nothing is marked there"),
        (SetType(QuoteType.DIRECT), "weiter", "there is no quotation there"),
        (AddQuote(QuoteType.DIRECT), "„Niemand wartet gern.“", "it is a quotation already"),
    ],
)
def test_what_does_not_fit_says_why(what: Correction, words: str | None, why: str):
    assert refused(what, words) == why


def test_words_that_are_gone_are_told_of():
    gone = correction(Dismiss(Subject.MENTION), anchor("Die Müllerin hat das Geld"))
    other = "Hier steht etwas ganz anderes, und zwar über Schiffe."
    assert correct([gone], Analysis("none"), other).misfits[0].reason == "its words are gone"


def test_occurrences_are_whole_words_over_line_ends_and_in_the_genitive():
    text = "Union Blau, Union\nBlaus Chef, Unionblau, union blau, Union Blauer"
    assert [text[slice(*span)] for span in occurrences("Union Blau", text)] == ["Union Blau", "Union\nBlaus"]


def test_what_goes_on_with_a_quotation_goes_with_it_up_to_the_next_speaker():
    first, second, third = ANALYSIS.quotes
    bare = replace(second, speaker=None, cue=None, frame=None)
    on = replace(third, rule="direct, speaker carried over", speaker=None)
    analysis = replace(ANALYSIS, quotes=(first, bare, on))
    said = correction(SetSpeaker(IDA), anchor("Morgen dürfe nicht warten"))
    assert [quote.speaker.actor for quote in correct([said], analysis, TEXT).analysis.quotes[1:]] == [
        "a2",
        "a2",
    ]
    own = replace(on, rule="direct, cue after")
    analysis = replace(ANALYSIS, quotes=(first, bare, own))
    assert correct([said], analysis, TEXT).analysis.quotes[2].speaker is None
    others = replace(on, speaker=first.speaker)
    analysis = replace(ANALYSIS, quotes=(first, bare, others))
    assert correct([said], analysis, TEXT).analysis.quotes[2].speaker == first.speaker

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actors import resolve
from core.analysis.analysis import ActorKind, Form, Label, Mention
from tests.core.actors.staged import parsed_of, stage
from tests.timing import seconds


def test_full_name_surname_and_genitive_are_one_person():
    staged = stage(
        "[PER Ada Lind] kam. [PER Lind] sprach. [PER Linds] Boot. Auch [PER Ada] ging. [PER LIND] lachte."
    )
    assert staged.names() == ["Ada Lind"]
    assert len(staged.mentioned("Ada Lind")) == 5
    assert set(staged.actor("Ada Lind").aliases) == {"Lind", "Ada", "LIND"}


def test_a_surname_in_s_is_no_genitive():
    staged = stage("[PER David Smilles] kam. [PER Smilles] sprach.")
    assert staged.names() == ["David Smilles"]


def test_two_people_with_one_surname_stay_two():
    staged = stage("[PER Ada Lind] kam. [PER Lind] sprach. [PER Bo Lind] kam. [PER Lind] schwieg.")
    assert staged.names() == ["Ada Lind", "Bo Lind"]
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Lind"]
    assert staged.mentioned("Bo Lind") == ["Bo Lind", "Lind"]


def test_an_ambiguous_first_name_joins_nobody():
    staged = stage("[PER Ada Lind] und [PER Ada Berg] kamen. [PER Ada] lachte.")
    assert staged.names() == ["Ada Lind", "Ada Berg", "Ada"]


def test_particles_and_short_forms():
    staged = stage(
        "[PER Baschar al-Hadi] kam mit [PER Henk van der Velde]. [PER Hadi] sprach, [PER van der Velde] schwieg."
    )
    assert staged.names() == ["Baschar al-Hadi", "Henk van der Velde"]


def test_a_surname_first_and_the_full_name_later():
    staged = stage("[PER Lind] sprach. Dann kam [PER Ada Lind].")
    assert staged.names() == ["Ada Lind"]


def test_bodies_and_places():
    staged = stage(
        "Das [ORG Weiße Haus] schwieg. Im [ORG Weißen Haus] brannte Licht. [LOC Peru] und [LOC Perus] Küste."
    )
    assert [(a.name, a.kind) for a in staged.resolution.actors] == [
        ("Weißes Haus", ActorKind.ORGANISATION),
        ("Peru", ActorKind.PLACE),
    ]


def test_a_body_named_with_its_country_is_meant_by_its_short_name():
    staged = stage("Das [ORG Mährische Rote Kreuz] half. Das [ORG Rote Kreuz] dankte.")
    assert staged.names() == ["Mährisches Rotes Kreuz"]
    assert staged.actor("Mährisches Rotes Kreuz").aliases == ("Rotes Kreuz",)


def test_of_two_countries_bodies_neither_is_meant():
    staged = stage("[ORG Mährisches Rotes Kreuz], [ORG Polnisches Rotes Kreuz], [ORG Rotes Kreuz] halfen.")
    assert len(staged.names()) == 3


def test_an_acronym_in_brackets_names_the_same_body():
    staged = stage("Die [ORG Freie Hafenunion] ([ORG FHU]) tagt. Die [ORG FHU] schweigt.")
    assert staged.names() == ["Freie Hafenunion"]


def test_the_kind_follows_the_label_used_most():
    staged = stage("Der [LOC Kapbund] und der [ORG Kapbund] und der [ORG Kapbund].")
    assert staged.actor("Kapbund").kind is ActorKind.ORGANISATION


def test_a_surname_taken_for_a_place_is_the_person():
    staged = stage("[PER Ada Lind] kam. [LOC Lind] sprach.")
    assert staged.names() == ["Ada Lind"]
    assert {m.label for m in staged.resolution.mentions} == {Label.PER}


def test_ships_and_laws_are_no_actors():
    staged = stage("Die [MISC Morgenröte] sank.")
    assert staged.names() == []
    assert [m.actor for m in staged.resolution.mentions] == [None]


def test_a_ship_or_a_storm_taken_for_a_person_is_a_thing():
    staged = stage("Der Frachter [PER Ada Lind] sank, das Orkantief [PER Elli] zog ab. [PER Bo Berg] kam.")
    assert staged.names() == ["Bo Berg"]
    assert [mention.label for mention in staged.resolution.mentions] == [Label.MISC, Label.MISC, Label.PER]


def test_an_animal_in_a_headline_is_no_person():
    staged = stage("[PER Wal] strandet vor [LOC Husum]. [PER Jan Biber] kam. [PER Biber] lachte.")
    assert staged.names() == ["Husum", "Jan Biber"]


def test_people_in_credits_are_no_actors():
    staged = stage("[PER Ada Lind] kam.\nFoto: [PER Lena Brandt]/dpa")
    assert staged.names() == ["Ada Lind"]
    assert staged.resolution.mentions[-1].actor is None


def test_people_in_captions_are_linked():
    staged = stage("[PER Ada Lind] kam.\nBild zeigt [PER Lind] am Kai")
    assert staged.mentioned("Ada Lind") == ["Ada Lind", "Lind"]


def test_a_compound_is_linked_to_the_name_in_it():
    text = "[PER Ada Lind] kam. Die Lind-Leute jubelten."
    staged = stage(text, extra=(Mention(18, 28, Label.LOC, Form.PART),))
    assert staged.mentioned("Ada Lind", Form.PART) == ["Lind"]


def test_ids_follow_first_mention():
    staged = stage("[LOC Kiel] rief [PER Ada Lind]. [PER Bo Berg] kam.")
    assert [(a.id, a.name) for a in staged.resolution.actors] == [
        ("a1", "Kiel"),
        ("a2", "Ada Lind"),
        ("a3", "Bo Berg"),
    ]


words = st.sampled_from(
    [
        "Ada Lind",
        "Lind",
        "Linds",
        "Ada",
        "Bo Lind",
        "Kiel",
        "Hans'",
        "al-Hadi",
        "Weißen Haus",
        "X",
        "(63)",
        "„",
        ".",
    ]
)


@given(st.lists(st.tuples(words, st.sampled_from([*Label, None])), max_size=15))
def test_any_names_resolve(pieces):
    text, names = "", []
    for word, label in pieces:
        if label in (Label.PER, Label.LOC, Label.ORG, Label.MISC):
            names.append(Mention(len(text), len(text) + len(word), label))
        text += word + " "
    resolution = resolve(parsed_of(text), names, [], [])
    ids = {actor.id for actor in resolution.actors}
    assert all(mention.actor is None or mention.actor in ids for mention in resolution.mentions)
    assert list(resolution.mentions) == sorted(resolution.mentions, key=lambda m: (m.start, m.end))
    assert len({actor.id for actor in resolution.actors}) == len(resolution.actors)


pieces = st.sampled_from(
    "der die das des den dem Der Die Das Ihr Vater Tochter seine Ministerin Minister Präsident frühere russische Däne"
    " US-Präsident 58-Jährige Konzern Familie Landgericht , , . . ( ) (63) (SPD) „ “ : – und von aus in sagte er sie"
    " Ada Lind Lind Linds Kiel Kieler Hafenbank Hafenbank-Chef (HB) an Bord Fähre Russland Frau Herr zugleich".split()
)


@given(
    st.lists(pieces, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.sampled_from(Label)), max_size=12),
)
def test_any_prose_resolves(words, labelled):
    """Whatever stands around names and wherever the model sees one, resolving gives sound offsets and known actors."""
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:k]) for k in range(len(words))]
    names = [Mention(starts[k], starts[k] + len(words[k]), label) for k, label in labelled if k < len(words)]
    speakers = [[(starts[k], starts[k] + len(words[k]))] for k in range(0, len(words), 3)]
    resolution = resolve(parsed_of(text), names, speakers, [])
    ids = {actor.id for actor in resolution.actors}
    assert all(0 <= m.start < m.end <= len(text) and 0 < m.confidence <= 1 for m in resolution.mentions)
    assert all(mention.actor is None or mention.actor in ids for mention in resolution.mentions)
    assert len(resolution.speakers) == len(speakers)


@pytest.mark.benchmark
@pytest.mark.parametrize("names", [10, 400])
def test_the_time_is_linear_in_the_mentions(names):
    def took(times: int) -> float:
        people = [f"Ada Lind{k % names}" for k in range(times)]
        text, mentions = "", []
        for person in people:
            mentions.append(Mention(len(text), len(text) + len(person), Label.PER))
            text += person + " kam. "
        parsed = parsed_of(text)
        return seconds(lambda: resolve(parsed, mentions, [(m.span,) for m in mentions], []))

    took(50)
    assert took(3200) < 60 * max(took(200), 0.005)

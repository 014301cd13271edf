from tests.core.language.names.marked import names, run


def found(marked: str) -> list[tuple[str, str]]:
    return names(run("lesart_known_bodies", marked))


def test_a_known_body_of_common_words_is_found():
    assert found("Reporter ohne Grenzen und das Rote Kreuz warnen.") == [
        ("Reporter ohne Grenzen", "ORG"),
        ("Rote Kreuz", "ORG"),
    ]


def test_it_is_a_body_whatever_the_network_says():
    assert found("Helfer vom [LOC Roten Kreuz] kamen, auch [PER Brot] für die Welt.") == [
        ("Roten Kreuz", "ORG"),
        ("Brot für die Welt", "ORG"),
    ]


def test_a_longer_name_with_it_stays():
    assert found("Das [ORG Komitee vom Roten Kreuz] tagt, [PER Ada Lind] auch.") == [
        ("Komitee vom Roten Kreuz", "ORG"),
        ("Ada Lind", "PER"),
    ]


def test_the_adjective_of_a_country_belongs_to_it():
    assert found("Das Mährische Rote Kreuz half.") == [("Mährische Rote Kreuz", "ORG")]


def test_common_words_and_names_of_one_word_are_left_alone():
    assert found("Ein rotes Kreuz, Brot für alle, Die Grünen und der Bundestag.") == []

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.lemmatizer.edits import apply_edit, find_edit, from_json, to_json


@given(st.text(max_size=12), st.text(max_size=12))
def test_an_edit_leads_from_its_form_to_its_lemma(form: str, lemma: str) -> None:
    edit = find_edit(form, lemma)
    if not edit.small:
        assert apply_edit(edit, form) == lemma
    assert from_json(json.loads(json.dumps(to_json(edit)))) == edit


@pytest.mark.parametrize(
    ("form", "lemma", "other", "expected"),
    [
        ("gemacht", "machen", "gesagt", "sagen"),
        ("Häuser", "Haus", "Mäuler", "Maul"),
        ("lebte", "leben", "webte", "weben"),
        ("Große", "groß", "Kleine", "klein"),
        ("angekommen", "ankommen", "angenommen", "annommen"),
    ],
)
def test_an_edit_fits_other_words_of_its_kind(
    form: str, lemma: str, other: str, expected: str | None
) -> None:
    assert apply_edit(find_edit(form, lemma), form) == lemma
    assert apply_edit(find_edit(form, lemma), other) == expected


def test_an_edit_that_takes_more_than_there_is_does_not_fit() -> None:
    assert apply_edit(find_edit("gemacht", "machen"), "get") is None

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotations import Annotation
from core.annotations.serialise import (
    annotation_from_dict,
    annotation_to_dict,
    correction_from_dict,
    correction_to_dict,
)
from tests.core.annotations.corrections.invented import ANALYSIS, TEXT, corrections


@given(corrections(TEXT, ANALYSIS))
def test_a_correction_comes_back_from_its_json_as_it_was(annotation: Annotation):
    document = json.loads(json.dumps(annotation_to_dict(annotation)))
    assert annotation_from_dict(document) == annotation


@pytest.mark.parametrize(
    "data",
    [
        {"does": "paint"},
        {"does": "rename", "name": "Ada Lind", "to": 3},
        {"does": "label", "label": "PERSON"},
        {"does": "merge", "name": "Lind", "into": None},
        {"does": "move", "to": {"start": 3, "end": 2, "exact": "", "prefix": "", "suffix": ""}},
        {"kind": "rename"},
    ],
)
def test_what_is_no_correction_is_refused(data):
    with pytest.raises((KeyError, TypeError, ValueError)):
        correction_from_dict(data)


@given(st.data())
def test_the_kind_is_named(data):
    annotation = data.draw(corrections(TEXT, ANALYSIS))
    assert annotation.correction is not None
    assert correction_to_dict(annotation.correction)["does"]

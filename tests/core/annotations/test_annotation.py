from core.annotations import Anchor, Annotation


def test_an_annotation_without_tag_and_words_is_blank():
    assert Annotation.new(None).blank
    assert Annotation.new(None, note=" \n").blank
    assert not Annotation.new(None, tags=("hafen",)).blank
    assert not Annotation.new(None, note="Frist?").blank


def test_editing_keeps_id_place_and_first_date():
    anchor = Anchor.of("Der Hafen schweigt.", 4, 9)
    old = Annotation(
        "a", anchor, ("hafen",), "", "2026-01-01T00:00:00.000+00:00", "2026-01-01T00:00:00.000+00:00"
    )
    new = old.edited(note="bis wann?")
    assert (new.id, new.anchor, new.tags, new.created) == (old.id, anchor, old.tags, old.created)
    assert new.note == "bis wann?"
    assert new.modified > old.modified
    assert new.edited(tags=()).note == "bis wann?"

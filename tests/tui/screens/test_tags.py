"""Which tags are offered for what was typed."""

from tui.screens.sheets.tags import as_tag, offered

TAGS = (("hafen", 3), ("frist", 2), ("Schifffahrt", 1))


def test_with_nothing_typed_all_tags_are_offered_as_they_stand():
    assert offered("", TAGS, ()) == list(TAGS)


def test_tags_that_begin_with_the_words_come_first():
    assert offered("f", TAGS, ())[:2] == [("frist", 2), ("hafen", 3)]


def test_what_is_no_tag_yet_is_offered_as_new_and_last():
    assert offered("haf", TAGS, ()) == [("hafen", 3), ("haf", None)]


def test_a_tag_that_is_there_is_not_offered_as_new():
    assert offered("HAFEN", TAGS, ()) == [("hafen", 3)]


def test_tags_chosen_just_now_are_offered_as_well():
    assert ("neu", 0) in offered("", TAGS, ("neu",))


def test_what_is_typed_becomes_a_tag_as_the_library_keeps_it():
    assert [as_tag(words) for words in ("#a b", " x ", "#/", "")] == ["a-b", "x", "", ""]

"""Tags changed throughout the library, and back."""

import pytest

from core.annotations import Annotation
from core.library import Library, LibraryError
from core.library.annotation_store import AnnotationStore
from tests.core.library.conftest import make_article


@pytest.fixture
def filled(library, quick):
    """Three articles; #hafen with a level below it, and #kap."""
    for number, tags in enumerate((("hafen", "kap"), ("hafen/kran",), ("Hafen/Kran", "hafen"))):
        library.save(make_article(f"Artikel {number}\n"), Annotation(f"a{number}", None, tags))
    return library


def tags(library):
    return {
        found.id: found.tags
        for number in range(3)
        for found in library.annotations(make_article(f"Artikel {number}\n"))
    }


BEFORE = {"a0": ("hafen", "kap"), "a1": ("hafen/kran",), "a2": ("Hafen/Kran", "hafen")}


def test_a_tag_is_renamed_with_all_below_it_and_back(filled):
    change = filled.change_tags(["hafen"], "küste/kai")
    assert change.annotations == 3
    assert tags(filled) == {
        "a0": ("küste/kai", "kap"),
        "a1": ("küste/kai/kran",),
        "a2": ("küste/kai/Kran", "küste/kai"),
    }
    assert filled.take_back_tag_change(change.id) is not None
    assert tags(filled) == BEFORE
    assert filled.take_back_tag_change(change.id) is None


def test_tags_are_merged_and_each_stands_once(filled):
    change = filled.change_tags(["hafen/kran", "hafen"], "kap")
    assert tags(filled) == {"a0": ("kap",), "a1": ("kap",), "a2": ("kap",)}
    assert filled.tags() == (("kap", 3),)
    filled.take_back_tag_change(change.id)
    assert tags(filled) == BEFORE


def test_a_tag_taken_off_leaves_nothing_blank_and_all_comes_back(filled):
    change = filled.change_tags(["hafen"], "")
    assert tags(filled) == {"a0": ("kap",)}
    assert {each.annotation.id for each in filled.deletions()} == {"a1", "a2"}
    filled.take_back_tag_change(change.id)
    assert tags(filled) == BEFORE
    assert filled.deletions() == ()


def test_a_tag_can_move_below_itself_once(filled):
    filled.change_tags(["hafen"], "hafen/alt")
    assert tags(filled)["a1"] == ("hafen/alt/kran",)


def test_a_change_of_capital_letters_alone_is_one(filled):
    filled.change_tags(["hafen"], "HAFEN")
    assert tags(filled)["a0"] == ("HAFEN", "kap")


def test_what_was_changed_since_is_left_alone_when_taking_back(filled):
    change = filled.change_tags(["kap"], "horn")
    article = make_article("Artikel 0\n")
    (own,) = filled.annotations(article)
    filled.save(article, own.edited(tags=("ganz", "anders")))
    filled.take_back_tag_change(change.id)
    assert tags(filled)["a0"] == ("ganz", "anders")


@pytest.mark.parametrize("new", ["küste", "hafen/alt", ""])
def test_a_change_cut_short_is_finished_by_the_next_who_looks(filled, folder, monkeypatch, new):
    retag, calls = AnnotationStore.retag, []

    def die(self, key, change):
        calls.append(key)
        if len(calls) == 2:
            raise LibraryError("killed here")
        return retag(self, key, change)

    with monkeypatch.context() as broken:
        broken.setattr(AnnotationStore, "retag", die)
        with pytest.raises(LibraryError):
            filled.change_tags(["hafen"], new)
    again = Library(folder)
    again.tags()
    expected = {
        "küste": {"a0": ("küste", "kap"), "a1": ("küste/kran",), "a2": ("küste/Kran", "küste")},
        "hafen/alt": {
            "a0": ("hafen/alt", "kap"),
            "a1": ("hafen/alt/kran",),
            "a2": ("hafen/alt/Kran", "hafen/alt"),
        },
        "": {"a0": ("kap",)},
    }
    assert tags(again) == expected[new]
    again.take_back_tag_change(again.tag_changes()[-1].id)
    assert tags(again) == BEFORE


def test_a_change_knows_its_way_back_in_another_run(filled, folder):
    filled.change_tags(["hafen"], "kai")
    again = Library(folder)
    (change,) = again.tag_changes()
    assert change.done
    assert change.words == "#hafen → #kai"
    again.take_back_tag_change(change.id)
    assert tags(again) == BEFORE


def test_a_change_says_what_it_does(filled):
    assert filled.change_tags(["kap"], "").words == "#kap taken off"
    assert filled.change_tags(["hafen", "Watt"], "Kai").words == "#hafen, #Watt → #Kai"


def test_colours_follow_their_tag_and_come_back_with_it(filled):
    filled.set_tag_colour("Hafen", "blue")
    filled.set_tag_colour("kap", "red")
    change = filled.change_tags(["hafen"], "kai")
    assert filled.tag_colours() == {"kai": "blue", "kap": "red"}
    filled.take_back_tag_change(change.id)
    assert filled.tag_colours() == {"hafen": "blue", "kap": "red"}
    filled.change_tags(["hafen"], "kap")
    assert filled.tag_colours() == {"kap": "red"}
    filled.set_tag_colour("kap", "")
    assert filled.tag_colours() == {}


def test_colours_of_tags_below_follow_too(filled):
    filled.set_tag_colour("hafen/kran", "blue")
    change = filled.change_tags(["hafen"], "kai")
    assert filled.tag_colours() == {"kai/kran": "blue"}
    filled.take_back_tag_change(change.id)
    assert filled.tag_colours() == {"hafen/kran": "blue"}


def test_a_colour_set_or_taken_off_after_a_change_outlives_that_this_is_taken_back(filled):
    filled.set_tag_colour("hafen", "blue")
    change = filled.change_tags(["hafen"], "kai")
    filled.set_tag_colour("kai", "")
    filled.set_tag_colour("kai/kran", "red")
    filled.take_back_tag_change(change.id)
    assert filled.tag_colours() == {"hafen/kran": "red"}


def test_of_merged_tags_each_that_is_there_again_has_a_colour_set_since(filled):
    change = filled.change_tags(["hafen"], "kap")
    filled.set_tag_colour("kap", "teal")
    filled.take_back_tag_change(change.id)
    assert filled.tag_colours() == {"hafen": "teal", "kap": "teal"}


def test_what_is_no_tag_or_no_colour_is_refused_in_a_sentence(filled):
    with pytest.raises(ValueError, match=r"A tag needs .*\.$"):
        filled.change_tags(["#"], "x")
    with pytest.raises(ValueError, match=r"There is no colour “pink”.*\.$"):
        filled.set_tag_colour("kap", "pink")
    assert tags(filled) == BEFORE


def test_the_tree_counts_each_annotation_once(filled):
    told = [(node.tag, node.level, node.own, node.total) for node in filled.tag_tree()]
    assert told == [("hafen", 0, 2, 3), ("hafen/kran", 1, 2, 2), ("kap", 0, 1, 1)]

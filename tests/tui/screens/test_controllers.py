"""The controllers of the reader, without a screen."""

from tests.tui.sample import ANALYSIS, TEXT, Memory, annotation
from tests.tui.screens.fake_reader import FakeReader, services
from tui.model.lens import Kind
from tui.model.reader_state import Position
from tui.model.undo import Change
from tui.screens.reader.annotator import Annotator
from tui.screens.reader.changes import Changes
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.exporter import exported
from tui.screens.reader.loader import Loader
from tui.screens.reader.stepper import Stepper
from tui.screens.reader.tour_guide import TourGuide
from tui.screens.sheets.tags import TagDialog

NOBODY_FOLLOWS = lambda id: None  # noqa: E731


class Desk:
    """A reader with the controllers that change something."""

    def __init__(self, memory=None):
        self.memory = memory or Memory()
        self.services = services(self.memory)
        self.reader = FakeReader()
        self.stepper = Stepper(self.reader, self.services)
        self.changes = Changes(self.reader, self.services)
        self.annotator = Annotator(self.reader, self.services, self.changes, self.stepper, NOBODY_FOLLOWS)
        self.corrector = Corrector(self.reader, self.services, self.changes, self.stepper)
        self.changes.marks, self.changes.corrections = self.annotator, self.corrector


def test_stepping_stands_on_the_target_and_leads_back():
    desk = Desk()
    desk.stepper.step_through("quotes", 1)
    assert desk.reader.state.target.id == "q1"
    jumped = desk.reader.view.top_offset
    desk.stepper.go_back()
    assert desk.reader.view.top_offset == 0
    desk.stepper.go_back()
    assert desk.reader.view.top_offset == jumped


def test_stepping_round_the_end_is_said():
    desk = Desk()
    for _ in range(4):
        desk.stepper.step_through("quotes", 1)
    assert desk.reader.told == "round to the beginning"


async def test_what_is_tagged_is_kept_shown_and_taken_back():
    desk = Desk()
    desk.stepper.step_through("quotes", 1)
    desk.reader.desk.answers.append(("hafen",))
    await desk.annotator.tag()
    await desk.reader.desk.done()
    assert isinstance(desk.reader.desk.opened[0], TagDialog)
    (kept,) = desk.memory.kept.values()
    assert kept.tags == ("hafen",)
    assert desk.reader.state.target.kind is Kind.MARKS
    assert desk.reader.told == "saved"
    await desk.changes.undo()
    await desk.reader.desk.done()
    assert desk.memory.kept == {}
    assert desk.reader.told == "undone: #hafen added"


async def test_what_cannot_be_kept_is_asked_for_again():
    desk = Desk()
    desk.memory.failing = "The disk is full."
    desk.stepper.step_through("quotes", 1)
    desk.reader.desk.answers += [("hafen",), None]
    await desk.annotator.tag()
    await desk.reader.desk.done()
    assert desk.reader.desk.said == ["The disk is full."]
    assert len(desk.reader.desk.opened) == 2
    assert desk.reader.state.annotations == ()
    assert desk.changes.history.done == ()


async def test_an_undo_that_fails_can_be_tried_again():
    mark = annotation("a", "Hafens", ("hafen",))
    desk = Desk()
    desk.changes.make(Change(None, mark))
    await desk.reader.desk.done()
    desk.memory.failing = "The disk is full."
    await desk.changes.undo()
    await desk.reader.desk.done()
    assert len(desk.changes.history.done) == 1
    assert desk.reader.told == "not saved"


async def test_an_article_is_loaded_with_marks_and_analysis():
    desk = Desk(Memory(annotation("a", "Hafens", ("hafen",))))
    loader = Loader(desk.reader, desk.services, desk.stepper, desk.annotator, desk.corrector)
    loader.load("a", None)
    await desk.reader.desk.done()
    assert desk.reader.state.analysis == ANALYSIS
    assert TEXT[slice(*desk.reader.state.target.spans[0])] == "Hafens"
    assert desk.memory.analysis == ANALYSIS
    assert exported(desk.reader.state, ()).analysis == ANALYSIS


async def test_the_tour_goes_on_when_a_step_is_done():
    desk, strips = Desk(), []
    tour = TourGuide(desk.reader, desk.services, strips.append)
    tour.begin()
    tour.look_on()
    assert "Tour, 1 of 5" in str(strips[0].content)
    desk.reader.position = Position(part="actors")
    tour.look_on()
    assert "Tour, 2 of 5" in str(strips[0].content)
    desk.stepper.step_through("quotes", 1)
    tour.look_on()
    assert "Tour, 2 of 5" in str(strips[0].content)
    desk.stepper.step_through("names", 1)
    tour.look_on()
    assert "Tour, 3 of 5" in str(strips[0].content)

"""A scene for every command of the key table, by the places where the keys hold."""

from tests.tui.keys.scenario import Scene
from tests.tui.keys.scenes import correcting, library, lists, marking, reader, selecting, sheets, text

SCENES: tuple[Scene, ...] = (
    *text.SCENES,
    *selecting.SCENES,
    *reader.SCENES,
    *marking.SCENES,
    *lists.SCENES,
    *sheets.SCENES,
    *correcting.SCENES,
    *library.SCENES,
)

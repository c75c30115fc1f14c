"""Which reader is bound; in production never a virtual one."""

from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from kiosk.cards.presence import PresenceReading
from kiosk.supervisor.reader_presence import ReaderPresence
from kiosk.vocabulary import ReaderState

REAL = PresenceReading(ReaderState.CARD, "Reader A", 3, ("Reader A", "Reader B"))
VIRTUAL = PresenceReading(ReaderState.CARD, "Virtual PCD 00 00", 3, ("Virtual PCD 00 00",))


def seen_by(training: bool, *readings: PresenceReading) -> tuple[ReaderPresence, list[PresenceReading]]:
    """The presence after these readings of its watch, and the readings that it passed on."""
    presence, seen = ReaderPresence(lambda: cast("Any", None), "", training), list[PresenceReading]()
    presence.seen.connect(seen.append)
    for reading in readings:
        presence._on_reading(reading)
    return presence, seen


@pytest.mark.usefixtures("qtbot")
def test_the_reader_that_was_seen_stays_bound_when_it_is_gone() -> None:
    gone = PresenceReading(ReaderState.NO_READER, "", 4)
    presence, seen = seen_by(False, REAL, gone)
    assert seen == [REAL, gone]
    assert (presence.reader, presence.names) == ("Reader A", ())


@pytest.mark.parametrize("training", [True, False])
def test_a_virtual_reader_is_for_training_only(qtbot: QtBot, training: bool) -> None:
    presence, seen = seen_by(training, VIRTUAL)
    assert (seen[0].state, presence.reader) == (
        (ReaderState.CARD, VIRTUAL.reader) if training else (ReaderState.NO_READER, "")
    )
    assert presence.names == VIRTUAL.names, "the desk sees which one it is"

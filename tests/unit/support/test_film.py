"""The film of the monitors, on pictures of our own: what it must not overlook."""

import struct
from pathlib import Path

import pytest

from tests.support.film import Film, Frame
from tests.support.xserver import MONITOR, MONITORS, Picture

COLOUR, OTHER = 0x1FC35A, 0x102030


def _picture(folder: Path, *coloured: str) -> Picture:
    """A window dump (X11/XWDFile.h) whose rows have the colour in the middle of these monitors."""
    words = [0] * 25
    words[0], words[5], words[12], words[19] = 100, 32, MONITOR[0] * len(MONITORS) * 4, 0
    parts = [
        OTHER.to_bytes(4, "little") * 600
        + (COLOUR if name in coloured else OTHER).to_bytes(4, "little")
        + OTHER.to_bytes(4, "little") * (MONITOR[0] - 601)
        for name in MONITORS
    ]
    file = folder / "picture"
    file.write_bytes(struct.pack(">25I", *words) + b"".join(parts) * 32)
    return Picture(file)


@pytest.mark.parametrize("coloured", [(), MONITORS[:1], MONITORS[1:], MONITORS], ids="+".join)
def test_a_colour_is_seen_on_each_monitor_that_has_it(tmp_path: Path, coloured: tuple[str, ...]) -> None:
    picture = _picture(tmp_path, *coloured)
    frame = Film(picture, {"page": COLOUR})._read(0)
    assert [name for name in MONITORS if frame.has("page", name)] == list(coloured)
    picture.close()


def test_only_the_gap_after_the_last_frame_with_it_counts(tmp_path: Path) -> None:
    film = Film(_picture(tmp_path), {"page": COLOUR})
    there, nothing = frozenset({("page", MONITORS[0])}), frozenset[tuple[str, str]]()
    film.frames = [Frame(at, at, seen) for at, seen in ((0.0, there), (5.0, there), (5.2, nothing), (9.0, nothing))]
    assert film.last("page") == pytest.approx((5.0, 0.2))

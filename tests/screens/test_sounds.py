"""Sounds: soft, not too high, and never a reason to fail."""

import math
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, QUrl
from pytestqt.qtbot import QtBot

import resources
from kiosk.vocabulary import Call
from ui.terminal import sounds
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.terminal.sounds import NAMES, Sounds


@pytest.mark.parametrize("name", NAMES)
def test_every_sound_is_short_soft_and_low(name: str) -> None:
    with wave.open(str(resources.path("sounds", f"{name}.wav")), "rb") as file:
        seconds = file.getnframes() / file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))
        rate = file.getframerate()
    assert 0.2 < seconds < 1.2, name
    assert abs(samples[0]) < 300, "no click at the beginning"
    assert abs(samples[-1]) < 300, "no click at the end"
    window = rate // 10
    for start in range(0, len(samples) - window, window):
        part = samples[start : start + window]
        crossings = sum(1 for old, new in pairwise(part) if old < 0 <= new)
        assert crossings * 10 < 2500, "audible for older people"


def test_the_call_for_staff_is_quiet_in_the_file_and_its_volume_is_a_setting() -> None:
    """It is repeated for minutes: the peak is at least 20 dB below full scale."""
    with wave.open(str(resources.path("sounds", f"{sounds.CALL}.wav")), "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
    peak = 20 * math.log10(max(abs(sample) for sample in samples) / 32768)
    assert -30 < peak <= -20


def test_staff_are_called_again_and_again_until_somebody_comes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[str] = []
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    curtains = DesktopCurtains(curtain, 3, call_volume=80)
    monkeypatch.setattr(curtains.sounds, "play", played.append)
    curtains.staff_call.setInterval(20)
    curtains.call_staff(Call.PERSON)
    qtbot.waitUntil(lambda: len(played) >= 3)
    assert set(played) == {sounds.CALL}, "the sound does not say why"
    curtains.call_staff(None)
    assert not curtains.staff_call.isActive()


def test_no_device_no_sound_no_exception(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(sounds, "import_module", broken)
    made = Sounds(60)
    made.play("attention")
    qtbot.wait(50)
    made.play("nothing of that name")
    qtbot.wait(20)


def test_off_loads_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    monkeypatch.setattr(sounds, "import_module", imported.append)
    Sounds(0).play("start")
    qtbot.wait(50)
    assert not imported


def test_what_cannot_be_loaded_ahead_is_given_up_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []

    def broken(name: str) -> None:
        imported.append(name)
        raise ImportError

    monkeypatch.setattr(sounds, "import_module", broken)
    made = Sounds(60)
    made.prepare()
    made.play("start")
    qtbot.wait(50)
    assert len(imported) == 1


def test_all_are_loaded_ahead(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    class Effect:
        def __init__(self, _: object) -> None: ...

        def setSource(self, url: QUrl) -> None:  # noqa: N802 - Qt's name
            loaded.append(Path(url.toLocalFile()).stem)

        def setVolume(self, _: float) -> None: ...  # noqa: N802 - Qt's name

    outputs = SimpleNamespace(audioOutputs=lambda: ["a device"])
    multimedia = SimpleNamespace(QMediaDevices=outputs, QSoundEffect=Effect)
    monkeypatch.setattr(sounds, "import_module", lambda _: multimedia)
    made = Sounds(60, call_volume=60)
    made.prepare()
    qtbot.waitUntil(lambda: len(loaded) == len(NAMES))
    assert tuple(loaded) == NAMES


def test_the_files_are_where_the_program_looks() -> None:
    assert {Path(file).stem for file in resources.path("sounds").glob("*.wav")} == set(NAMES)

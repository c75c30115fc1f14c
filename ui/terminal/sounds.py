"""The sounds: start, attention, error, end, and the call for a card that was left. Without a device there are none.

Qt's multimedia part is loaded behind the first curtain (``prepare``) or with the first sound, so that no curtain waits
for it.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import structlog
from PySide6.QtCore import QObject, QTimer, QUrl

import resources

NAMES = ("start", "attention", "error", "end", "card_left")


class Sounds(QObject):
    """Plays by name, in the background. ``volume`` 0 to 100; 0 is off."""

    def __init__(self, volume: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume = volume
        self._effects: dict[str, Any] = {}
        self._kind: Any = None

    def prepare(self) -> None:
        """Load all sounds, one in each turn of the event loop. Raises nothing."""
        missing = [name for name in NAMES if name not in self._effects]
        if self._volume > 0 and missing:
            self._safely(lambda: self._made(missing[0]))
            QTimer.singleShot(0, self, self.prepare)

    def play(self, name: str) -> None:
        """Play this sound in the next turn of the event loop; returns at once. Raises nothing."""
        if self._volume > 0 and name in NAMES:
            QTimer.singleShot(0, self, lambda: self._safely(lambda: self._play(name)))

    def _play(self, name: str) -> None:
        effect = self._effects.get(name) or self._made(name)
        if effect is not None:
            effect.play()

    def _safely(self, work: Callable[[], object]) -> None:
        """Switch the sounds off after any exception of the sound system."""
        try:
            work()
        except Exception as error:
            self._give_up(type(error).__name__)

    def _made(self, name: str) -> Any:
        if self._kind is None:
            multimedia = import_module("PySide6.QtMultimedia")
            if not multimedia.QMediaDevices.audioOutputs():
                self._give_up("no audio device")
                return None
            self._kind = multimedia.QSoundEffect
        effect = self._kind(self)
        effect.setSource(QUrl.fromLocalFile(str(resources.path("sounds", f"{name}.wav"))))
        effect.setVolume(self._volume / 100)
        self._effects[name] = effect
        return effect

    def _give_up(self, why: str) -> None:
        self._volume = 0
        structlog.get_logger("sounds").info("silent", why=why)

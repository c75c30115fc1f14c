"""The sounds: start, attention, error, end, the calls for a card that was left and for staff. No device, no sound.

Qt's multimedia part is loaded behind the first curtain (``prepare``) or with the first sound, so that no curtain waits
for it.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import structlog
from PySide6.QtCore import QObject, QTimer, QUrl

import resources

#: The call for staff, which has a volume of its own.
CALL = "staff_call"
NAMES = ("start", "attention", "error", "end", "card_left", CALL)


class Sounds(QObject):
    """Plays by name, in the background. ``volume`` 0 to 100, ``call_volume`` of the call for staff; 0 is off."""

    def __init__(self, volume: int, parent: QObject | None = None, *, call_volume: int = 0) -> None:
        super().__init__(parent)
        self._volumes = {name: call_volume if name == CALL else volume for name in NAMES}
        self._effects: dict[str, Any] = {}
        self._kind: Any = None

    def prepare(self) -> None:
        """Load all sounds, one in each turn of the event loop. Raises nothing."""
        missing = [name for name, volume in self._volumes.items() if volume > 0 and name not in self._effects]
        if missing:
            self._safely(lambda: self._made(missing[0]))
            QTimer.singleShot(0, self, self.prepare)

    def play(self, name: str) -> None:
        """Play this sound in the next turn of the event loop; returns at once. Raises nothing."""
        if self._volumes.get(name, 0) > 0:
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
        effect.setVolume(self._volumes[name] / 100)
        self._effects[name] = effect
        return effect

    def _give_up(self, why: str) -> None:
        self._volumes.clear()
        structlog.get_logger("sounds").info("silent", why=why)

"""Joins the supervisor's decisions to curtain and backdrop (``kiosk.supervisor.curtains.Curtains``)."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QTimer

from kiosk.failures import FailureName, failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.states import Phase
from kiosk.vocabulary import WIPE_STEPS
from kiosk.wipe.receipt import Receipt, StepResult
from ui.terminal.curtain import Curtain
from ui.terminal.sounds import Sounds

#: Longest wait for the first paint, and the pause of the repeating call, in milliseconds.
PAINT_LIMIT_MS = 500
CALL_MS = 2500

#: Pages over the session of somebody who may have chosen a language.
_WITH_CUSTOMER = (Phase.AWAY, Phase.WIPING, Phase.TAKE_CARD)
#: Said once with the page of this phase.
_SOUNDS = {Phase.AWAY: "attention", Phase.WIPING: "end", Phase.OUT_OF_SERVICE: "error"}


class DesktopCurtains(QObject):
    """Shows the right page of the curtain. Decides nothing."""

    def __init__(
        self, curtain: Curtain, grace: float, others: Callable[[], Sequence[Curtain]] = tuple, volume: int = 0
    ) -> None:
        """``others``: the curtains of the monitors on which no session shows anything, as they are now."""
        super().__init__()
        self._curtain = curtain
        self._others = others
        self._grace = math.ceil(grace)
        self._receipt: Receipt | None = None
        self._covered, self._asked = True, list[Curtain]()
        self._call = QTimer(self)
        self._call.setInterval(CALL_MS)
        self.sounds = Sounds(volume, self)
        self._call.timeout.connect(self._on_call)

    def show(self, page: ShowCurtain, readers: tuple[str, ...]) -> None:
        """Put the page on the curtain and wait until it was painted (at most half a second)."""
        self._covered = True
        self._show(page, readers)
        if sound := _SOUNDS.get(page.phase):
            self.sounds.play(sound)
        self._asked = list(self._others())
        for other in self._asked:
            other.cover()
        limit = QDeadlineTimer(PAINT_LIMIT_MS)
        while not self.is_painted() and not limit.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 10)

    def _show(self, page: ShowCurtain, readers: tuple[str, ...]) -> None:
        curtain = self._curtain
        if page.phase not in _WITH_CUSTOMER:
            curtain.speak("")
        if page.phase is Phase.WIPING:
            curtain.show_wiping(WIPE_STEPS, page.reason)
        elif page.phase is Phase.AWAY:
            curtain.show_away(0 if page.card else self._grace)
        elif page.phase is Phase.TAKE_CARD:
            self._show_take_card(page)
        elif page.phase is Phase.UNAVAILABLE:
            curtain.show_unavailable(failure(page.failure or FailureName.INTERNAL_ERROR), readers)
        elif page.phase is Phase.OUT_OF_SERVICE:
            curtain.show_out_of_service(failure(page.failure or FailureName.INTERNAL_ERROR))
        elif page.phase is Phase.STARTING:
            curtain.show_starting()
        else:
            curtain.cover()

    def _show_take_card(self, page: ShowCurtain) -> None:
        number, at = (self._receipt.number, self._receipt.started_at) if self._receipt else (0, "")
        self._curtain.show_take_card(number, at, page.reason, page.card)

    def is_painted(self) -> bool:
        """Whether the curtain was painted since it was shown, and the plain ones that were there then and still are.

        One that came later is for a monitor that came later: no session has shown anything there.
        """
        others = [other for other in self._others() if other in self._asked]
        return self._curtain.is_painted() and all(other.is_painted() for other in others)

    def tick(self, result: StepResult) -> None:
        """A step of the wipe is through."""
        self._curtain.tick(result)

    def show_receipt(self, receipt: Receipt) -> None:
        """Keep the receipt for the page that follows."""
        self._receipt = receipt

    def speak(self, language: str) -> None:
        """Say what matters in Japanese and this language; it is forgotten with the next page for nobody."""
        self._curtain.speak(language)

    def call_card(self, on: bool) -> None:
        """Call until the card is taken."""
        if on:
            self._on_call()
            self._call.start()
        else:
            self._call.stop()

    def _on_call(self) -> None:
        self.sounds.play("card_left")

    def hide(self) -> None:
        """Hide the curtain; other screens stay covered, they show nothing of a session anyway."""
        self._covered = False
        if not self._curtain.shows_staff():
            self._curtain.uncover()

    def restore(self) -> None:
        """The staff's panel was left: what the lifecycle wanted last is seen again."""
        if not self._covered:
            self._curtain.uncover()

"""Shows on the curtains what the supervisor decides (``kiosk.supervisor.curtains.Curtains``)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QTimer

from kiosk.failures import FailureName, failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.states import Phase
from kiosk.system import clock
from kiosk.vocabulary import WIPE_STEPS, Call, Closing
from kiosk.wipe.receipt import Receipt, StepResult
from ui.ends.words import NOWHERE, Place
from ui.terminal.curtain import Curtain
from ui.terminal.sounds import CALL, Sounds

#: Longest wait for the first paint, and the pause between two calls to take the card, in milliseconds.
PAINT_LIMIT_MS = 500
CALL_MS = 2500
#: The pause between two calls for staff, in milliseconds.
STAFF_CALL_MS = 4000

#: Phases with a customer, who may have chosen a language.
_WITH_CUSTOMER = (Phase.AWAY, Phase.WIPING, Phase.TAKE_CARD)
#: Sounds played once with the page of this phase.
_SOUNDS = {Phase.AWAY: "attention", Phase.WIPING: "end", Phase.OUT_OF_SERVICE: "error"}


class DesktopCurtains(QObject):
    """Shows the page that belongs to an effect. It decides nothing."""

    def __init__(
        self,
        curtain: Curtain,
        grace: float,
        others: Callable[[], Sequence[Curtain]] = tuple,
        volume: int = 0,
        call_volume: int = 0,
        place: Place = NOWHERE,
    ) -> None:
        """``grace``: seconds to put a card back. ``others``: returns the current curtains of the other monitors.

        ``place``: what the words of an end refer to.
        """
        super().__init__()
        self._place = place
        self._curtain = curtain
        self._others = others
        self._grace = math.ceil(grace)
        self._away_until = 0.0
        self._receipt: Receipt | None = None
        self._covered, self._required = True, list[Curtain]()
        self._call = QTimer(self)
        self._call.setInterval(CALL_MS)
        self.staff_call = QTimer(self)
        self.staff_call.setInterval(STAFF_CALL_MS)
        self.sounds = Sounds(volume, self, call_volume=call_volume)
        self._call.timeout.connect(self._on_call)
        self.staff_call.timeout.connect(self._on_staff_call)

    def show(self, page: ShowCurtain, readers: tuple[str, ...]) -> None:
        """Put the page on the curtain and wait until it was painted, at most ``PAINT_LIMIT_MS``."""
        self._covered = True
        self._away_until = self._away_until if page.phase is Phase.AWAY else 0.0
        self._show(page, readers)
        if sound := _SOUNDS.get(page.phase):
            self.sounds.play(sound)
        self._required = list(self._others())
        for other in self._required:
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
            curtain.show_away(0 if page.card else self._away_left(), self._grace)
        elif page.phase is Phase.TAKE_CARD:
            self._show_take_card(page)
        elif page.phase is Phase.UNAVAILABLE:
            curtain.show_unavailable(failure(page.failure or FailureName.INTERNAL_ERROR), readers)
        elif page.phase is Phase.OUT_OF_SERVICE:
            curtain.show_out_of_service(failure(page.failure or FailureName.INTERNAL_ERROR))
        else:
            self._show_quiet(page)

    def _show_quiet(self, page: ShowCurtain) -> None:
        if page.phase is Phase.CLOSED:
            self._curtain.show_closed(page.closing or Closing.DAY, page.until)
        elif page.phase is Phase.STARTING:
            self._curtain.show_starting()
        else:
            self._curtain.cover()

    def _away_left(self) -> float:
        """Seconds left to put the card back, counted from the first time that it went away."""
        self._away_until = self._away_until or clock.now() + self._grace
        return max(0.1, self._away_until - clock.now())

    def _show_take_card(self, page: ShowCurtain) -> None:
        if page.call:
            self._curtain.show_staff_called()
            return
        number, at = (self._receipt.number, self._receipt.started_at) if self._receipt else (0, "")
        self._curtain.show_end(page, replace(self._place, today=clock.wall().date()), number, at)

    def is_painted(self) -> bool:
        """Whether the curtain was painted since it was shown, and so were the other monitors' that existed then.

        A curtain made later belongs to a monitor connected later, on which no session has shown anything.
        """
        others = [other for other in self._others() if other in self._required]
        return self._curtain.is_painted() and all(other.is_painted() for other in others)

    def tick(self, result: StepResult) -> None:
        """Show the result of one wipe step."""
        self._curtain.tick(result)

    def show_receipt(self, receipt: Receipt) -> None:
        """Keep the receipt for the next page."""
        self._receipt = receipt

    def speak(self, language: str) -> None:
        """Set the second language; the next page without a customer sets it back."""
        self._curtain.speak(language)

    def call_card(self, on: bool) -> None:
        """Start or stop the repeated sound that calls the customer back to their card."""
        if on:
            self._on_call()
            self._call.start()
        else:
            self._call.stop()

    def call_staff(self, call: Call | None) -> None:
        """Call staff at once and again and again, by the same sound whatever the reason; None: stop."""
        if call is None:
            self.staff_call.stop()
        elif not self.staff_call.isActive():
            self._on_staff_call()
            self.staff_call.start()

    def _on_staff_call(self) -> None:
        self.sounds.play(CALL)

    def _on_call(self) -> None:
        self.sounds.play("card_left")

    def hide(self) -> None:
        """Hide the curtain, unless the staff panel is open. The other monitors stay covered."""
        self._covered, self._away_until = False, 0.0
        if not self._curtain.shows_staff():
            self._curtain.uncover()

    def restore(self) -> None:
        """After the staff panel was left: hide the curtain if ``hide`` was called meanwhile."""
        if not self._covered:
            self._curtain.uncover()

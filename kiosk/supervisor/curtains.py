"""The interface between the supervisor and the curtain; implemented by ``ui.terminal.curtains``. No Qt."""

from typing import Protocol

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.vocabulary import Call
from kiosk.wipe.receipt import Receipt, StepResult


class Curtains(Protocol):
    """The supervisor's display: curtain, backdrop and sounds. It decides nothing."""

    def show(self, page: ShowCurtain, readers: tuple[str, ...]) -> None:
        """Cover the session's window with this page; returns when it is painted, at the latest after a time limit."""
        ...

    def is_painted(self) -> bool:
        """Whether the curtain was painted since ``show``."""
        ...

    def tick(self, result: StepResult) -> None:
        """Show the result of one wipe step."""
        ...

    def show_receipt(self, receipt: Receipt) -> None:
        """Take the receipt of a verified wipe, for the next page."""
        ...

    def speak(self, language: str) -> None:
        """Set the customer's language, the second one of the pages; "": no language was chosen."""
        ...

    def call_card(self, on: bool) -> None:
        """Start or stop the repeated call to take the card."""
        ...

    def call_staff(self, call: Call | None) -> None:
        """Begin to call staff, repeatedly and audibly; None: stop it."""
        ...

    def hide(self) -> None:
        """Uncover the session's window."""
        ...

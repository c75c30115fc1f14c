"""What the supervisor asks of the curtain; ``ui.terminal.curtains`` answers it. No Qt in here."""

from typing import Protocol

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.wipe.receipt import Receipt, StepResult


class Curtains(Protocol):
    """What the supervisor shows: curtain and backdrop, without deciding anything."""

    def show(self, page: ShowCurtain, readers: tuple[str, ...]) -> None:
        """Cover the session's window with this page; returns when it is painted."""
        ...

    def is_painted(self) -> bool:
        """The curtain was really painted since ``show``."""
        ...

    def tick(self, result: StepResult) -> None:
        """One wipe step is through."""
        ...

    def show_receipt(self, receipt: Receipt) -> None:
        """The wipe is verified."""
        ...

    def speak(self, language: str) -> None:
        """The language of the person there, for what is said in two; "": nobody chose one."""
        ...

    def call_card(self, on: bool) -> None:
        """Begin or end the repeating call."""
        ...

    def hide(self) -> None:
        """The session's window may be seen."""
        ...

"""What the screens are filled from: where the customer stands, and what the flow does not know."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kiosk.procedures.model import Procedure, Text, say
from kiosk.protocol.messages import SessionTimers
from kiosk.secret import Pin
from ui.flow.state import Flow


@dataclass(frozen=True, repr=False)
class Content:
    """One moment of a session. ``idle``: seconds without input; ``left``: seconds of the longest time a session takes.

    ``url``: the address of the portal's page; ``view``: the widget that shows it, once the engine is there.
    """

    flow: Flow
    procedures: Mapping[str, Procedure]
    pin: Pin
    timers: SessionTimers
    mark: str
    wiped_at: str
    url: str = ""
    idle: float = 0.0
    left: float = 0.0
    view: QWidget | None = None

    @property
    def procedure(self) -> Procedure:
        """The procedure that was chosen. Raises KeyError before that."""
        return self.procedures[self.flow.procedure]

    def say(self, text: Text) -> str:
        """These words of a procedure in the person's language."""
        return say(text, self.flow.language)

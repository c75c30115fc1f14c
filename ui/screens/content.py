"""The values that screens are filled from: the state of the flow, and what the flow does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kiosk.desk import PublicDesk
from kiosk.procedures.model import Procedure, Text, say
from kiosk.protocol.messages import SessionTimers
from kiosk.secret import Pin
from ui.flow.state import Flow


@dataclass(frozen=True, repr=False)
class Content:
    """The state of a session at one moment. ``idle``: seconds without input; ``left``: seconds of its longest time.

    ``url``: the address of the portal's page; ``view``: the widget that shows it, once the engine is loaded;
    ``portal_up``: the portals could be reached when the supervisor last tried.
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
    terminal: str = ""
    desk: PublicDesk = field(default_factory=PublicDesk)
    portal_up: bool = True

    @property
    def procedure(self) -> Procedure:
        """The chosen procedure. Raises KeyError before one is chosen."""
        return self.procedures[self.flow.procedure]

    def say(self, text: Text) -> str:
        """A text of a procedure in the customer's language."""
        return say(text, self.flow.language)

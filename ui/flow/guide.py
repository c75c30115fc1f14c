"""What the strip beside 「やめる」 tells the person: where to press on the page, or what comes next. Pure."""

from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.languages import JAPANESE
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, StepPattern
from ui.flow.events import Overlay, Stage
from ui.flow.state import Flow


@unique
class Hint(StrEnum):
    """What the kiosk itself tells people who cannot read the portal's page."""

    NONE = ""
    PAGES_ARE_JAPANESE = "pages_are_japanese"
    CALL_STAFF = "call_staff"


@dataclass(frozen=True)
class Guide:
    """The step of the portal's page with its sentences, or else a hint of the kiosk."""

    step: StepPattern | None = None
    hint: Hint = Hint.NONE


def guide(procedure: Procedure, flow: Flow, url: str) -> Guide:
    """The guide at this moment, with the page ``url`` open. A result says itself what comes next."""
    if flow.overlay not in (Overlay.NONE, Overlay.QUIT_SHEET) or flow.result:
        return Guide()
    foreign = flow.language not in JAPANESE
    if flow.stage is Stage.PREPARE and foreign and flow.language not in procedure.page_languages:
        return Guide(hint=Hint.PAGES_ARE_JAPANESE)
    if flow.stage is not Stage.BROWSE:
        return Guide()
    step = navigation.step_of(procedure, url)
    if step and step.guide:
        return Guide(step)
    return Guide(hint=Hint.CALL_STAFF if foreign and flow.logged_in else Hint.NONE)

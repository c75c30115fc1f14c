"""The numbered steps: the kiosk's own and the portal's, counted together. Pure; the only place with these numbers.

The kiosk's own come first (prepare, place the card, PIN), and its second check lies between the portal's. A procedure
counts only the portal's, from 1 to ``steps_total``.
"""

from dataclasses import dataclass
from enum import StrEnum, unique

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, StepPattern, Text
from kiosk.vocabulary import ResultKind
from ui.flow.events import Stage
from ui.flow.state import Flow

#: The kiosk's own steps before the portal's, in their order.
FIRST = (Stage.PREPARE, Stage.PLACE_CARD, Stage.ENTER_PIN)


@unique
class Part(StrEnum):
    """The five named steps that the bar shows, whatever the portal has."""

    PREPARE = "prepare"
    CARD = "card"
    PIN = "pin"
    APPLY = "apply"
    DONE = "done"


_PARTS = {
    Stage.ATTRACT: Part.PREPARE,  # of a problem before the first question
    Stage.CHOOSE: Part.PREPARE,
    Stage.PREPARE: Part.PREPARE,
    Stage.PLACE_CARD: Part.CARD,
    Stage.ENTER_PIN: Part.PIN,
    Stage.LAST_TRY: Part.PIN,
    Stage.CHECK: Part.APPLY,
    Stage.BROWSE: Part.PIN,
}


def part(flow: Flow) -> Part | None:
    """Where the person stands; a problem keeps the place it came from. None on the attract screen and after the end."""
    if flow.stage in (Stage.ATTRACT, Stage.OVER):
        return None
    if flow.result is ResultKind.DONE:
        return Part.DONE
    if flow.logged_in:
        return Part.APPLY
    return _PARTS[flow.failed_at or flow.stage]


@dataclass(frozen=True)
class Place:
    """Step ``number`` of ``total``: one of the kiosk's own (``own``), or one of the portal's with its ``label``."""

    number: int
    total: int
    own: Stage | None = None
    label: Text | None = None


def place(procedure: Procedure, flow: Flow, url: str) -> Place | None:
    """The current step, with the page ``url`` open; None on a screen or page that is no step."""
    if flow.stage is Stage.BROWSE:
        return page_place(procedure, flow.logged_in, url)
    if flow.stage is Stage.LAST_TRY:
        return own_place(procedure, Stage.CHECK if flow.checking else Stage.ENTER_PIN)
    return own_place(procedure, flow.stage)


def page_place(procedure: Procedure, logged_in: bool, url: str) -> Place | None:
    """The step of the portal's page at ``url``. Until the login, a page that is no step counts as the PIN's."""
    found = navigation.step_of(procedure, url)
    if found:
        return Place(_of_portal(procedure, found.number), total(procedure), label=found.label)
    asks = not logged_in and navigation.allowed(procedure, url)
    return own_place(procedure, Stage.ENTER_PIN) if asks else None


def own_place(procedure: Procedure, stage: Stage) -> Place | None:
    """The number of one of the kiosk's own steps; None for a stage that is no step."""
    if stage is Stage.CHECK:
        return Place(len(FIRST) + _before_check(procedure) + 1, total(procedure), own=stage)
    return Place(FIRST.index(stage) + 1, total(procedure), own=stage) if stage in FIRST else None


def total(procedure: Procedure) -> int:
    """The number of all steps: the kiosk's own and the portal's."""
    return len(FIRST) + procedure.steps_total + 1


def _of_portal(procedure: Procedure, number: int) -> int:
    return len(FIRST) + number + (number > _before_check(procedure))


def _before_check(procedure: Procedure) -> int:
    """The number of the portal's steps before the second check: up to the confirm page, else up to the result."""
    confirming = [step.number for step in procedure.steps if _overlap(step, procedure.confirm_pages)]
    done = [item.url for item in procedure.results if item.kind is ResultKind.DONE]
    results = [step.number for step in procedure.steps if _overlap(step, done)]
    return max(confirming, default=min(results, default=procedure.steps_total + 1) - 1)


def _overlap(step: StepPattern, pages: "tuple[str, ...] | list[str]") -> bool:
    """Whether the step's pattern and one of the pages are the same, or one of them matches the other."""
    return any(
        page == step.url or navigation.matches(page, step.url) or navigation.matches(step.url, page) for page in pages
    )

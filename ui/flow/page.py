"""From what the portal's page shows or requests to the flow's event. Pure."""

from kiosk.failures import FailureName
from kiosk.procedures import navigation
from kiosk.procedures.gate import Decision
from kiosk.procedures.model import Procedure
from ui.flow import numbering
from ui.flow.events import Asked, PageFailed, PageSeen, Purpose
from ui.flow.state import Flow


def page_seen(procedure: Procedure, flow: Flow, url: str) -> PageSeen:
    """The event for the page at ``url``: its step, result, refusal or suspected mix-up."""
    place = numbering.page_place(procedure, flow.logged_in, url)
    return PageSeen(
        number=place.number if place else None,
        result=navigation.result_of(procedure, url),
        mixup=navigation.is_mixup(procedure, url),
        refusal=navigation.refusal_of(procedure, url),
    )


def request_seen(decision: Decision) -> Asked | PageFailed:
    """The event for a request of the page, by the gate's decision on it (``gate.begin_portal_check``)."""
    if decision is Decision.TOO_MANY:
        return PageFailed(FailureName.TOO_MANY_CHECKS)
    return Asked(Purpose.PORTAL_CHECK if decision is Decision.HOLD else Purpose.LOGIN)

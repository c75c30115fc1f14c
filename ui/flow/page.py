"""From the address of the portal's page to the flow's event. Pure."""

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure
from ui.flow import numbering
from ui.flow.events import PageSeen
from ui.flow.state import Flow


def page_seen(procedure: Procedure, flow: Flow, url: str) -> PageSeen:
    """The event for the page at ``url``: its step, result or suspected mix-up."""
    place = numbering.page_place(procedure, flow.logged_in, url)
    return PageSeen(
        number=place.number if place else None,
        result=navigation.result_of(procedure, url),
        mixup=navigation.is_mixup(procedure, url),
    )

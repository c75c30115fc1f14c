"""What the address of the portal's page means for the flow. Pure."""

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure
from ui.flow import numbering
from ui.flow.events import PageSeen
from ui.flow.state import Flow


def page_seen(procedure: Procedure, flow: Flow, url: str) -> PageSeen:
    """The event for the page at ``url``: its step of all, the result or the suspected mix-up that it stands for."""
    place = numbering.page_place(procedure, flow.logged_in, url)
    return PageSeen(
        number=place.number if place else None,
        result=navigation.result_of(procedure, url),
        mixup=navigation.is_mixup(procedure, url),
    )

"""What the tests bring into a training terminal: pages that attack the kiosk, and faults on command."""

from collections.abc import Callable
from typing import Any

from starlette.routing import BaseRoute

from tests.hostile import accessible, faults, fence, reported, routes as pages
from tests.hostile.canary import Canary

#: The name of this module in ``TrainingSettings.equipment``.
NAME = "tests.hostile.equipment"


def routes() -> tuple[list[BaseRoute], dict[str, Callable[..., Any]]]:
    """All hostile pages, and what the canary's server has seen."""
    canary = Canary()
    commands = {"canary_seen": lambda: list(canary.seen), "canary_forget": canary.forget}
    return [*pages.ROUTES, *fence.ROUTES, *canary.routes()], commands


def session(agent: Any) -> dict[str, Callable[..., Any]]:
    """Faults of the customer's process, and what a screen reader finds of the page; its audit lines are counted."""
    reported.count_sent(agent.session, agent.folder)
    return {
        "fault": lambda finish, name, **arguments: finish(faults.SESSION[name](agent.session, **arguments)),
        "accessible_names": lambda finish: finish(accessible.names(agent.session.browser.view)),
    }


def supervisor(agent: Any) -> dict[str, Callable[..., Any]]:
    """Faults of the supervisor and its machine; the lines that it writes for a session are counted."""
    reported.count_written(agent.supervisor, agent.folder)
    return {"fault": lambda finish, name, **arguments: finish(faults.SUPERVISOR[name](agent.supervisor, **arguments))}

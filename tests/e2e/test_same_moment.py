"""The idle limit and the confirmation at the same moment: sent completely or not at all (scenario G1).

The gate is open for one request, the person does nothing more, and the page sends as close to the end of the limit as
timers allow. The portal's records show what was sent.
"""

from typing import Any

import pytest

from kiosk.training.remote.walk import A
from tests.hostile.routes import AUTHENTICATE
from tests.support.terminal import ONE_CHECK, Terminal, assert_card_waits, assert_ended, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

SUBMIT = "document.getElementById('form').submit()"
#: Milliseconds from the end of the limit to the page's request; negative: before it.
APART = (-150, -10, -5, 0, 5, 50)
LIMIT = 0.3


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """A shown result ends after 0.2 s."""
    return {"timers": {"completion": 0.2}}


def test_each_time_it_is_sent_whole_or_not_at_all(terminal: Terminal) -> None:
    sent = {apart: confirmed_at(terminal, apart / 1000) for apart in APART}
    assert sent[-150], "the gate was open"
    assert not [apart for apart in APART if apart > 0 and sent[apart]], "nothing leaves an ended session"


def confirmed_at(terminal: Terminal, apart: float) -> bool:
    """Serve a person whose confirmation coincides with the limit; returns whether the portal has the application."""
    terminal.portal.change("reset")
    terminal.portal.change("mode", mode=ONE_CHECK)
    reach(terminal, "review")
    before = visit(terminal)
    terminal.evaluate(AUTHENTICATE)  # the confirm page asks for the check itself, and sends nothing after it
    terminal.control.wait_stage("check")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_until("the open gate", lambda: before.trail.of("check_passed"))
    limit = {"name": "meet_the_limit", "script": SUBMIT, "seconds": LIMIT, "apart": apart}
    terminal.control.ask("session", "fault", **limit)
    receipt = terminal.control.wait_until("the end", lambda: terminal.control.receipt_of(before.session))
    assert_ended(terminal, before, receipt["reason"])
    assert_card_waits(terminal)
    applications = terminal.portal.state()["applications"]
    assert len(applications) == terminal.commits() <= before.trail.codes().count("commit_passed") <= 1
    assert [(item["service"], item["checks"]) for item in applications] in ([], [(A.service, 1)])
    assert receipt["reason"] in ("idle", "finished")
    return bool(applications)

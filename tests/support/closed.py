"""A terminal out of service: how it looks, and how staff open it again."""

from kiosk.failures import FailureName, failures
from kiosk.training.demo import STAFF_CODE
from tests.support.terminal import Terminal


def unlock(terminal: Terminal) -> None:
    """Staff enter their code on the curtain."""
    for name in ("staff_open", *(f"key_{digit}" for digit in STAFF_CODE), "staff_submit"):
        terminal.control.ask("supervisor", "press", name=name)


def assert_out_of_service(terminal: Terminal, failure: str) -> None:
    """Covered, nobody served, the code on the screen."""
    terminal.control.wait_phase("out_of_service")
    # What cannot be written down stops the terminal at once; the wipe that has begun comes to its end.
    terminal.control.wait_until("the end of the wipe", lambda: not terminal.control.terminal()["serving"])
    state = terminal.control.terminal()
    assert (state["failure"], state["covered"]) == (failure, True)
    words = "".join(terminal.control.ask("supervisor", "words"))
    assert failures()[FailureName(failure)].code in words

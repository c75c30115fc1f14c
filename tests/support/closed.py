"""A terminal out of service: its appearance, and how staff unlock it."""

from kiosk.failures import FailureName, failures
from kiosk.training.base.settings import STAFF_CODE
from tests.support.terminal import Terminal


def unlock(terminal: Terminal) -> None:
    """Enter the staff code on the curtain."""
    for name in ("staff_open", *(f"key_{digit}" for digit in STAFF_CODE), "staff_submit"):
        terminal.control.ask("supervisor", "press", name=name)


def assert_out_of_service(terminal: Terminal, failure: str) -> None:
    """The terminal is covered, serves nobody and shows the code of this failure."""
    terminal.control.wait_phase("out_of_service")
    # An audit line that cannot be written stops the terminal at once, but a wipe that has begun is finished.
    terminal.control.wait_until("the end of the wipe", lambda: not terminal.control.terminal()["serving"])
    state = terminal.control.terminal()
    assert (state["failure"], state["covered"]) == (failure, True)
    words = "".join(terminal.control.ask("supervisor", "words"))
    assert failures()[FailureName(failure)].code in words

"""Nobody logs in on a page whose process is not confined: checked by the operating system, not by the command line."""

from pathlib import Path

import pytest

from kiosk.training.launch import RunningTerminal

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def test_a_page_without_sandbox_puts_the_terminal_out_of_service(tmp_path: Path) -> None:
    """The engine runs without its sandbox, and the terminal requires one."""
    with RunningTerminal(tmp_path / "kiosk", unconfined=True, confine=True) as terminal:
        control = terminal.control
        control.wait_phase("ready")
        control.press("start")
        control.press("procedure_points")
        control.wait_phase("out_of_service")
        state = control.terminal()
        assert state["failure"] == "sandbox_missing"
        assert (state["receipts"][-1]["reason"], state["receipts"][-1]["verified"]) == ("terminal_failed", True)
        assert state["serving"] == 0

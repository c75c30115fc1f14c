"""What a session is told about the clock."""

from pathlib import Path

import pytest

from kiosk.config.settings import Config
from kiosk.desk import Desk
from kiosk.supervisor.launcher import SessionLauncher
from kiosk.supervisor.terminal_settings import settings_from
from kiosk.system import time_service


@pytest.mark.parametrize(
    ("training", "moved", "synchronised", "agrees", "trusted"),
    [
        (False, False, None, False, False),
        (False, False, None, True, True),
        (False, True, None, True, False),
        (False, True, True, False, True),
        (True, False, None, False, True),
        (True, True, True, True, False),
    ],
)
def test_a_session_judges_dates_by_a_clock_that_something_confirms(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    training: bool,
    moved: bool,
    synchronised: bool | None,
    agrees: bool,
    trusted: bool,
) -> None:
    """In training the portal and the cards have this machine's clock, so only a clock that was set is doubted."""
    monkeypatch.setattr(time_service, "synchronised", lambda: synchronised)
    settings = settings_from(Config(data_folder=tmp_path), (), Desk(), training=training)
    launcher = SessionLauncher(settings, None, None, agrees)  # type: ignore[arg-type] # nothing is launched
    assert launcher.trusts_clock(moved) is trusted

"""What a session is told about the clock, and by which way it reaches the portals."""

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.config.settings import Config, Network
from kiosk.desk import Desk
from kiosk.network.login import Login
from kiosk.network.route import CityScript, script_route
from kiosk.network.router import Router
from kiosk.network.setting import Address
from kiosk.protocol.messages import Start
from kiosk.supervisor.launcher import SessionLauncher
from kiosk.supervisor.terminal_settings import settings_from
from kiosk.system import time_service
from tests.support.example_procedure import example_procedure


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


def test_a_session_waits_for_the_way_to_the_portals_and_gets_its_script(tmp_path: Path) -> None:
    config = Config(data_folder=tmp_path, network=Network(proxy="http://wpad.city.example/proxy.pac"))
    settings = settings_from(config, (example_procedure(allowed_origins=("https://portal.example",)),), Desk())
    settings.sessions_folder.mkdir()
    router = Router(settings.proxy, settings.origins, Login("kiosk3", "geheim"))
    sent: list[Start] = []
    host = SimpleNamespace(spare=SimpleNamespace(pid=os.getpid()), greeting=True, launch=sent.append)
    launcher = SessionLauncher(replace(settings, login=router.login), host, router, True)  # type: ignore[arg-type]
    before = launcher.may_launch
    router.route = script_route(
        CityScript("text of the city", (Address("proxy.city.example", 3128),)), settings.origins
    )
    assert (before, launcher.may_launch) == (False, True)
    launcher.launch("", clock_moved=False, wiped_at="")
    script = Path(sent[0].config.folder, "proxy.pac").read_text()
    assert "text of the city" in script
    assert "geheim" not in script
    assert sent[0].config.proxied
    assert sent[0].config.proxy_password == "geheim"
    assert [rule.partition(".invalid:3128 ")[2] for rule in sent[0].config.rules] == ["proxy.city.example:3128"]

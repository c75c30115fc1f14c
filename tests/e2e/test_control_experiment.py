"""The incident of 2022: without the kiosk it happens where the portal checks once; with the kiosk it never happens.

That is the one-check mode and the mode that redirects the last step, as a form or as a link.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.training.launch import RunningStation
from kiosk.training.play import incident
from kiosk.training.play.control_experiment import SharedBrowser
from kiosk.training.portal.settings import Mode
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B
from tests.support.terminal import ONE_CHECK, Terminal, assert_ended, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]
WAYS = [(mode.value, press) for mode, press in incident.WAYS]


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStation]:
    with RunningStation(tmp_path_factory.mktemp("s")) as running:
        yield running


def old_desk(station: RunningStation, press: str) -> None:
    """A logs in and walks away without logging out. B sits down and applies, with B's own card and service."""
    with SharedBrowser(station.settings) as desk:
        desk.sit_down(A.person)
        desk.control.wait_page("/measures")
        desk.control.take()
        desk.sit_down(B.person)
        walk.fill_in(desk.control, B)
        desk.control.page_press(press)
        desk.control.wait_until("a result", lambda: "/result/" in str(desk.control.customer().get("page")))
        desk.control.take()


@pytest.mark.parametrize(("mode", "press"), WAYS)
def test_without_the_kiosk(station: RunningStation, mode: str, press: str) -> None:
    station.portal.change("reset")
    station.portal.change("mode", mode=mode)
    old_desk(station, press)
    happened = {} if Mode(mode).second_check else {A.person: B.service}
    assert station.portal.applications() == happened


@pytest.mark.parametrize(
    ("mode", "press", "walks_away"),
    [*((*way, "with the card") for way in WAYS), (ONE_CHECK, walk.APPLY, "without the card")],
)
def test_with_the_kiosk(terminal: Terminal, mode: str, press: str, walks_away: str) -> None:
    terminal.portal.change("mode", mode=mode)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, A)
    before = visit(terminal)
    if walks_away == "without the card":
        terminal.hardware_key()  # pressed by staff; B cannot begin while A's card is on the reader
        terminal.control.wait_phase("take_card")
    terminal.control.take()
    assert_ended(terminal, before, "card_removed" if walks_away == "with the card" else "next_customer")
    walk.begin(terminal.control)
    walk.log_in(terminal.control, B)
    walk.fill_in(terminal.control, B)
    terminal.control.page_press(press)
    terminal.control.wait_stage("check")
    assert terminal.requests("GET", "/apply") == terminal.requests("POST", "/apply") == []
    walk.pass_check(terminal.control, B)
    assert terminal.portal.applications() == {B.person: B.service}


def test_b_swaps_the_card_under_as_page(terminal: Terminal, tmp_path: Path) -> None:
    """The incident at the kiosk: B puts a card on the reader while A's page is still shown."""
    terminal.portal.change("mode", mode=ONE_CHECK)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, A)
    before = visit(terminal)
    terminal.control.swap(B.person)
    assert_ended(terminal, before, "card_changed")
    assert terminal.portal.applications() == {}

"""A portal with a certificate of the city's own authority: only where the terminal was told, and no longer than that.

The database of the authorities is made by the code of ``kiosk run`` and read by the engine in each session's home.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.doctor import portal as doctor_portal
from kiosk.supervisor.terminal_settings import SESSIONS
from kiosk.system.deletion import delete_folder
from kiosk.training.remote import walk
from kiosk.trust import store as trust_store
from tests.e2e.test_tls import Front, assert_tls_failure_ends
from tests.support import needs
from tests.support.authority import Authority
from tests.support.terminal import Terminal, assert_ended, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser, needs.programs("certutil")]


@pytest.fixture
def city(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "city")


@pytest.fixture
def front(city: Authority) -> Iterator[Front]:
    with closing(Front()) as made:
        made.show(city.issue("portal"))
        made.serve()
        yield made


def test_it_is_trusted_with_the_setting_alone(tmp_path: Path, city: Authority, front: Front) -> None:
    kiosk = Terminal(tmp_path / "t", front=front.origin)
    store = kiosk.settings.authorities
    with kiosk:
        assert_refused(kiosk, front)
    trust_store.make(store, [city.pem.read_text()])
    with kiosk:
        assert_served_and_wiped(kiosk, front)
    assert delete_folder(store, store.parent / "aside").done
    with kiosk:
        assert_refused(kiosk, front)


def assert_refused(kiosk: Terminal, front: Front) -> None:
    """The person reads that the connection is not safe; the portal has seen no request."""
    front.seen.clear()
    kiosk.control.wait_phase("ready")
    before = visit(kiosk)
    kiosk.control.press("start")
    kiosk.control.press("procedure_points")  # the page is loaded behind the questions that follow
    assert_tls_failure_ends(kiosk, before)
    assert front.seen == []


def assert_served_and_wiped(kiosk: Terminal, front: Front) -> None:
    """The page is there, the session's home has the database, and it ends with the session."""
    kiosk.control.wait_phase("ready")
    before = visit(kiosk)
    walk.begin(kiosk.control)
    kiosk.control.wait_until("the portal's page", lambda: kiosk.control.customer().get("loaded"))
    assert front.seen
    sessions = kiosk.data / SESSIONS
    assert [file.name for file in sessions.glob("*/home/.pki/nssdb/cert9.db")] == ["cert9.db"]
    kiosk.hardware_key()
    assert_ended(kiosk, before, "next_customer")
    kiosk.control.wait_phase("ready")
    assert not [folder for folder in before.folders if folder.exists()]


def test_the_doctor_trusts_the_same(city: Authority, front: Front) -> None:
    assert "its certificate is not accepted" in doctor_portal.request(front.origin).trouble
    answer = doctor_portal.request(front.origin, trusted=city.pem.read_text())
    assert (answer.trouble, answer.status) == ("", 200)

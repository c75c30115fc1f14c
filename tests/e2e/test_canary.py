"""Every kind of browser state: a page stores a random token everywhere; after the wipe it is found nowhere."""

import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.training.base import process_tree
from kiosk.training.cards.persons import load_persons
from kiosk.training.launch import RunningStation, RunningTerminal
from kiosk.training.play.control_experiment import SharedBrowser
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control
from kiosk.training.remote.walk import A, B
from tests.hostile import canary
from tests.hostile.equipment import NAME
from tests.support import residue

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: The kinds of state in which the token must have been stored; otherwise the test would prove nothing.
#: Shared workers are off.
PLANTED = {
    "cookie", "local_storage", "session_storage", "window_name", "history_state", "field", "heap", "indexed_db",
    "cache_storage", "opfs", "http_cache", "service_worker",
}  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[RunningTerminal]:
    with RunningTerminal(tmp_path / "kiosk", equipment=[NAME]) as running:
        yield running


def probe(control: Control) -> dict[str, Any]:
    """Open the page that searches for tokens, and return its findings by kind of state."""
    control.ask("session", "page_eval", script="void (location.href = '/_hostile/canary/probe')")
    found = json.loads(canary.canary_says(control, "found"))
    return {kind: value for kind, value in found.items() if value}


def test_nothing_of_a_session_is_found_in_the_next(terminal: RunningTerminal) -> None:
    """Not by the next page, not in requests to the server, not on the disk, not in the memory of a living process."""
    control, token = terminal.control, "canary" + secrets.token_hex(12)
    walk.begin(control)
    walk.log_in(control, A)
    walk.fill_in(control, A)
    assert canary.plant_canary(control, token) >= PLANTED
    control.take()
    control.wait_phase("ready")
    control.ask("station", "canary_forget")

    walk.begin(control)
    walk.log_in(control, B)
    assert probe(control) == {}
    assert not [line for line in control.ask("station", "canary_seen") if token in line or "canary_" in line]
    needles = secrets_of_a(terminal, token)
    assert residue.files_with(needles.values(), terminal.data) == []
    assert copies(terminal, needles) == dict.fromkeys(needles, 0)


def secrets_of_a(terminal: RunningTerminal, token: str) -> dict[str, bytes]:
    """A's data as bytes: the token, the VERIFY command with the PIN, the certificate's subject, the payment ID."""
    ca = terminal.settings.root / "ca" / f"{A.person}.pem"
    from cryptography import x509

    certificate = x509.load_pem_x509_certificate(ca.read_bytes())
    subject = certificate.subject.rfc4514_string().rpartition("CN=")[2].partition(",")[0]
    pin = load_persons()[A.person].pin.encode()
    return {
        "token": token.encode(),
        "token in UTF-16": token.encode("utf-16-le"),
        "VERIFY": b"\x00\x20\x00\x98\x04" + pin,
        "subject": subject.encode(),
        "payment id": A.payment_id.encode(),
        "payment id in UTF-16": A.payment_id.encode("utf-16-le"),
    }


def copies(terminal: RunningTerminal, needles: dict[str, bytes]) -> dict[str, int]:
    """How often each needle occurs in the memory of the supervisor and of the new session's process tree."""
    state = terminal.control.terminal()
    pids = [_supervisor(terminal), *(process.pid for process in process_tree.tree(state["serving"]))]
    return residue.copies_in_memory(pids, needles)


def _supervisor(terminal: RunningTerminal) -> int:
    assert terminal.process is not None
    return terminal.process.pid


def test_the_search_can_fail(terminal: RunningTerminal) -> None:
    """While the session lives, the same search finds the token in its memory."""
    control, token = terminal.control, "canary" + secrets.token_hex(12)
    walk.begin(control)
    walk.log_in(control, A)
    canary.plant_canary(control, token)
    assert copies(terminal, {"token": token.encode()})["token"] > 0


def test_a_reused_browser_is_found_out(tmp_path: Path) -> None:
    """The same pages in a browser that everybody shares: the next person finds the tokens."""
    with RunningStation(tmp_path / "old", equipment=[NAME]) as station, SharedBrowser(station.settings) as desk:
        token = "canary" + secrets.token_hex(12)
        canary.plant_canary(desk.control, token)
        station.control.ask("station", "canary_forget")
        found = probe(desk.control)
        assert {"cookie", "local_storage", "indexed_db", "cache_storage", "opfs", "service_worker"} <= set(found)
        assert any(token in line for line in station.control.ask("station", "canary_seen"))

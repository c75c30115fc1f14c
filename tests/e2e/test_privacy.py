"""After a whole path nothing about the person is in log, audit file, titles, command lines, or the supervisor."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from kiosk.training.base import process_tree
from kiosk.training.cards.persons import load_persons
from kiosk.training.remote import walk
from kiosk.training.remote.walk import Customer
from tests.support import observe, residue
from tests.support.terminal import Terminal, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Words that stand nowhere by accident.
P = Customer("taro", "mihon-pay", "MIHONQZ7731", "9157", "8642")


@dataclass
class Seen:
    """What was seen of the kiosk from outside while a person was there."""

    titles: list[str]
    command_lines: list[str]
    environments: list[str]


@pytest.fixture(scope="module")
def told(running: Terminal) -> Seen:
    """One whole path; outside views are taken at the check, where everything has been typed."""
    running.back_to_start()
    walk.begin(running.control)
    walk.log_in(running.control, P)
    running.evaluate("history.replaceState(null, '', '?secretquery=QZ7731')")
    walk.fill_in(running.control, P)
    running.control.page_press("#apply")
    running.control.wait_stage("check")
    processes = [*process_tree.tree(running.pid)]
    titles = [title for name in ("session", "supervisor") for title in running.control.ask(name, "titles")]
    seen = Seen(titles, _of(processes, "cmdline"), _of(processes, "environ"))
    walk.pass_check(running.control, P, asked_by_portal=True)
    walk.finish(running.control)
    return seen


def _of(processes: list[psutil.Process], what: str) -> list[str]:
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            found.append(str(getattr(process, what)()))
    return found


@pytest.fixture(scope="module")
def secrets(running: Terminal) -> dict[str, str]:
    """What must not be found, by name."""
    person = load_persons()[P.person]
    certificate = _certificate(running)
    subject = str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
    return {
        "label": person.label["ja"][:4],
        "name": "Mihon Taro",
        "serial in hex": f"{certificate.serial_number:x}",
        "serial": str(certificate.serial_number),
        "subject": subject,
        "payment id": P.payment_id,
        "query": "secretquery",
        "query value": "QZ7731",
    }


def _certificate(terminal: Terminal) -> x509.Certificate:
    return x509.load_pem_x509_certificate((terminal.settings.root / "ca" / f"{P.person}.pem").read_bytes())


def texts(terminal: Terminal, seen: Seen) -> Iterator[tuple[str, str]]:
    """Everything that is written down or shown to other programs."""
    for file in (terminal.data / "kiosk.log", terminal.data / "audit.jsonl", terminal.errors):
        yield file.name, file.read_text("utf-8", "replace")
    yield "window titles", "\n".join(seen.titles)
    yield "command lines", "\n".join(seen.command_lines)
    yield "environments", "\n".join(seen.environments)


def test_the_path_was_seen(running: Terminal, told: Seen) -> None:
    assert len(told.command_lines) >= 4, "supervisor, station, session, engine"
    assert any("QtWebEngineProcess" in line for line in told.command_lines)
    assert told.titles
    assert running.portal.applications() == {P.person: P.service}


def test_nothing_of_the_person_is_written_down_or_shown(running: Terminal, told: Seen, secrets: dict[str, str]) -> None:
    found = [
        (name, where) for where, text in texts(running, told) for name, secret in secrets.items() if secret in text
    ]
    assert not found


@pytest.mark.parametrize("digits", [P.pin, P.security_code, P.phone], ids=["PIN", "security code", "phone"])
def test_short_numbers_stand_in_no_line(running: Terminal, told: Seen, digits: str) -> None:
    """Times, hashes and process numbers may hold four digits by chance: values are looked at, not text."""
    for line in [*observe.log_lines(running.data), *running.trail.lines()]:
        stated = {key: value for key, value in line.items() if key not in ("at", "mono", "prev", "hash", "n", "ms")}
        assert digits not in [str(value) for value in stated.values()], line
        assert not [value for value in stated.values() if isinstance(value, str) and digits in value], line
    assert not [title for title in told.titles if digits in title]


def test_nothing_of_the_person_is_in_the_supervisors_memory(
    running: Terminal, told: Seen, secrets: dict[str, str]
) -> None:
    needles = {name: secrets[name].encode() for name in ("subject", "payment id", "query")}
    needles |= {f"{name} in UTF-16": secrets[name].encode("utf-16-le") for name in ("subject", "payment id", "query")}
    needles["VERIFY"] = b"\x00\x20\x00\x98\x04" + P.pin.encode()
    found = residue.copies_in_memory([running.pid], needles)
    assert not any(found.values()), found


def test_the_same_search_finds_it_where_it_is(running: Terminal, told: Seen) -> None:
    """In the session while it lives: else finding nothing would prove nothing."""
    running.back_to_start()
    walk.begin(running.control)
    walk.log_in(running.control, P)
    walk.fill_in(running.control, P)
    pids = [process.pid for process in visit(running).processes]
    assert residue.copies_in_memory(pids, {"payment id": P.payment_id.encode()})["payment id"] > 0


def test_only_the_kiosks_own_user_can_read_its_files(running: Terminal, told: Seen) -> None:
    def mode(path: Path) -> int:
        return path.stat().st_mode & 0o077

    assert mode(running.data) == 0
    assert mode(running.data / "audit.jsonl") == 0


def test_no_page_writes_to_the_log(running: Terminal) -> None:
    lines: list[dict[str, Any]] = observe.log_lines(running.data)
    assert {line["event"] for line in lines} <= {"phase", *observe.ALWAYS, *observe.OF_THE_MACHINE}

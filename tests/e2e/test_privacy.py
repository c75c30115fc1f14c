"""After a whole path nothing about the person is in log, audit file, titles, command lines or supervisor memory."""

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

#: Values that cannot occur by chance.
P = Customer("taro", "mihon-pay", "MIHONQZ7731", "9157", "8642")


@dataclass
class Seen:
    """What other programs can see of the kiosk while a person is served."""

    titles: list[str]
    command_lines: list[str]
    environments: list[str]


@pytest.fixture(scope="module")
def seen(running: Terminal) -> Seen:
    """One whole path, observed from outside at the check, when everything has been entered."""
    running.back_to_start()
    walk.begin(running.control)
    walk.log_in(running.control, P)
    running.evaluate("history.replaceState(null, '', '?secretquery=QZ7731')")
    walk.fill_in(running.control, P)
    running.control.page_press("#apply")
    running.control.wait_stage("check")
    processes = [*process_tree.tree(running.pid)]
    titles = [title for name in ("session", "supervisor") for title in running.control.ask(name, "titles")]
    observed = Seen(titles, _of(processes, "cmdline"), _of(processes, "environ"))
    walk.pass_check(running.control, P)
    walk.finish(running.control)
    return observed


def _of(processes: list[psutil.Process], what: str) -> list[str]:
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            found.append(str(getattr(process, what)()))
    return found


@pytest.fixture(scope="module")
def secrets(running: Terminal) -> dict[str, str]:
    """The texts that must not be found, by name."""
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
    """Everything that is written to files or visible to other programs, by name."""
    for file in (terminal.data / "kiosk.log", terminal.data / "audit.jsonl", terminal.errors):
        yield file.name, file.read_text("utf-8", "replace")
    yield "window titles", "\n".join(seen.titles)
    yield "command lines", "\n".join(seen.command_lines)
    yield "environments", "\n".join(seen.environments)


def test_the_path_was_seen(running: Terminal, seen: Seen) -> None:
    assert len(seen.command_lines) >= 4, "supervisor, station, session, engine"
    assert any("QtWebEngineProcess" in line for line in seen.command_lines)
    assert seen.titles
    assert running.portal.applications() == {P.person: P.service}


def test_nothing_of_the_person_is_written_down_or_shown(running: Terminal, seen: Seen, secrets: dict[str, str]) -> None:
    found = [
        (name, where) for where, text in texts(running, seen) for name, secret in secrets.items() if secret in text
    ]
    assert not found


@pytest.mark.parametrize("digits", [P.pin, P.security_code, P.phone], ids=["PIN", "security code", "phone"])
def test_short_numbers_stand_in_no_line(running: Terminal, seen: Seen, digits: str) -> None:
    """Times, hashes and pids can contain four digits by chance, so values are checked and not the whole text."""
    for line in [*observe.log_lines(running.data), *running.trail.lines()]:
        stated = {key: value for key, value in line.items() if key not in ("at", "mono", "prev", "hash", "n", "ms")}
        assert digits not in [str(value) for value in stated.values()], line
        assert not [value for value in stated.values() if isinstance(value, str) and digits in value], line
    assert not [title for title in seen.titles if digits in title]


def test_nothing_of_the_person_is_in_the_supervisors_memory(
    running: Terminal, seen: Seen, secrets: dict[str, str]
) -> None:
    needles = {name: secrets[name].encode() for name in ("subject", "payment id", "query")}
    needles |= {f"{name} in UTF-16": secrets[name].encode("utf-16-le") for name in ("subject", "payment id", "query")}
    needles["VERIFY"] = b"\x00\x20\x00\x98\x04" + P.pin.encode()
    found = residue.copies_in_memory([running.pid], needles)
    assert not any(found.values()), found


def test_the_search_finds_it_in_the_living_session(running: Terminal, seen: Seen) -> None:
    """The search finds the payment ID in the memory of the living session, so that it is able to fail."""
    running.back_to_start()
    walk.begin(running.control)
    walk.log_in(running.control, P)
    walk.fill_in(running.control, P)
    pids = [process.pid for process in visit(running).processes]
    assert residue.copies_in_memory(pids, {"payment id": P.payment_id.encode()})["payment id"] > 0


def test_only_the_kiosks_own_user_can_read_its_files(running: Terminal, seen: Seen) -> None:
    def mode(path: Path) -> int:
        return path.stat().st_mode & 0o077

    assert mode(running.data) == 0
    assert mode(running.data / "audit.jsonl") == 0


def test_no_page_writes_to_the_log(running: Terminal) -> None:
    lines: list[dict[str, Any]] = observe.log_lines(running.data)
    assert {line["event"] for line in lines} <= {"phase", *observe.ALWAYS, *observe.OF_THE_MACHINE}

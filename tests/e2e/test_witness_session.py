"""The witness in front of a real session: what it saw was decided, and the audit file says what it saw.

The whole kiosk, a person logged in, and page after page that tries to send something. What is held is confirmed with
the PIN. Then two books are compared, case by case: the server's log and the audit file.
``python3 run.py witness --all`` takes the whole pairwise list, and over HTTP/2 as well.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest

from kiosk.system import clock
from kiosk.training.drill.desk import pause
from kiosk.training.remote.walk import A
from tests.hostile.witness import cases
from tests.hostile.witness.cases import Case
from tests.hostile.witness.front import Front
from tests.hostile.witness.server import Seen
from tests.support.authority import Authority
from tests.support.observe import AuditTrail
from tests.support.progress import Progress
from tests.support.terminal import ONE_CHECK, Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.timeout(4 * 3600 if cases.ALL else 900)]

#: So many of the cases, those first in which the most pairs meet.
CASES = None if cases.ALL else 90
SCHEMES = ("http", "https") if cases.ALL else ("http",)
#: Seconds for anything of a case to be seen, and for all of it to have been.
FIRST, ALL = 4.0, 0.8
PATHS = {"commit": "/apply", "spelled": "/APPLY;v=1/", "unlisted": "/unlisted", "other": "/apply", "outside": "/x"}
#: Where each target is; those that are not named are at the portal itself, as the commit.
HOSTS = {"commit": "127.0.0.1", "other": "127.0.0.2", "outside": "localhost"}


@dataclass(frozen=True)
class Row:
    """A case in both books."""

    case: Case
    #: What the server saw of the target that it may see only after a check.
    final: tuple[Seen, ...]
    #: The same before the check was passed.
    early: tuple[Seen, ...]
    passed: int
    blocked: int
    refused: frozenset[str]
    sent: bool


@pytest.fixture(scope="module", params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory, scheme: str) -> Authority | None:
    return Authority(tmp_path_factory.mktemp("authority"), "authority") if scheme == "https" else None


@pytest.fixture(scope="module")
def front(authority: Authority | None) -> Iterator[Front]:
    certificate = authority.issue("portal", *HOSTS.values()) if authority else None
    with Front(certificate) as made:
        yield made


@pytest.fixture(scope="module")
def choices(scheme: str, front: Front) -> dict[str, Any]:
    home, other = (f"{scheme}://{HOSTS[name]}:{front.port}" for name in ("commit", "other"))
    return {"front": home, "neighbours": [other], "timers": {"idle": 600.0}}


@pytest.fixture(scope="module")
def rows(running: Terminal, front: Front, scheme: str, progress: Progress) -> list[Row]:
    front.target = running.settings.port
    running.control.wait_phase("ready")
    running.portal.change("mode", mode=ONE_CHECK)
    reach(running, "browse")
    every = [case for case in cases.everything() if _is_ordinary_until_the_target(case)]
    chosen = progress(cases.pairwise(every)[:CASES], f"witness of a session over {scheme}")
    return [attempt(running, front, case, number) for number, case in enumerate(chosen)]


def _is_ordinary_until_the_target(case: Case) -> bool:
    """The portal's procedure has one ordinary address for a hop with a body, and that takes POST."""
    return case.answer == 0 or case.method in ("GET", "POST")


def attempt(terminal: Terminal, front: Front, case: Case, turn: int) -> Row:
    """Do it; when it is held, confirm it."""
    number, trail = f"c{turn}", terminal.trail.now()
    begin(terminal, front, case, number)
    wait(lambda: front.of(number) or decided(trail), FIRST)
    wait(lambda: final(case, front, number) or decided(trail), ALL)
    early = final(case, front, number)
    if trail.of("commit_blocked"):
        terminal.control.wait_stage("check")
        early = final(case, front, number)
        terminal.control.enter_pin(A.pin)
        terminal.control.wait_until("the page again", lambda: terminal.shown() == "browse")
        terminal.control.wait_until("its line", lambda: trail.of("commit_passed"))
        terminal.control.wait_until("its arrival", lambda: arrived(case, front, number))
    pause(ALL)  # whatever arrives although it must not
    refused = frozenset(line["kind"] for line in trail.of("request_refused"))
    passed, blocked = (trail.codes().count(code) for code in ("commit_passed", "commit_blocked"))
    sent = bool(front.of(number) or decided(trail))
    return Row(case, final(case, front, number), early, passed, blocked, refused, sent)


def begin(terminal: Terminal, front: Front, case: Case, number: str) -> None:
    """A fresh page, and there the case."""
    home = terminal.settings.front
    terminal.evaluate(f"void location.assign('/_w/page?{number}')")
    terminal.control.wait_until("the page", lambda: terminal.evaluate(f"location.search === '?{number}' && state"))
    host = home.replace(HOSTS["commit"], HOSTS.get(case.target, HOSTS["commit"]))
    target = f"{host}{PATHS[case.target]}?id={number}"
    way = "details" if case.method == "POST" else "hop"
    hop = f"{home}/{way}?s={case.answer}&id={number}&to={quote(target, safe='')}"
    task = {"way": case.way, "place": case.place, "method": case.method, "url": hop if case.answer else target}
    task["where"] = home.replace(HOSTS["commit"], HOSTS["other"])
    terminal.evaluate(f"run({json.dumps(task)})")


def decided(trail: AuditTrail) -> bool:
    """The kiosk has written down that it held or refused something."""
    return bool(set(trail.codes()) & {"commit_blocked", "request_refused"})


def final(case: Case, front: Front, number: str) -> tuple[Seen, ...]:
    """What the server has seen of the target that makes something final, or that it may not see at all."""
    found = [item for item in front.of(number) if item.path == PATHS[case.target]]
    safe = ("GET", "HEAD", "OPTIONS") if case.target == "unlisted" else ()
    return tuple(item for item in found if item.method not in safe)


def arrived(case: Case, front: Front, number: str) -> bool:
    """What was confirmed: a preflight, if there was one, and what it announced."""
    return any(item.method != "OPTIONS" for item in final(case, front, number))


def requests(row: Row) -> int:
    """How many final requests arrived, their preflights apart."""
    return sum(item.method != "OPTIONS" for item in row.final)


def wait(condition: Callable[[], object], seconds: float) -> None:
    """Until it is so, or too late."""
    late = clock.now() + seconds
    while not condition() and clock.now() < late:
        pause(0.02)


def test_nothing_final_arrived_before_its_check(rows: list[Row]) -> None:
    assert [row for row in rows if row.early] == []


def test_what_the_server_saw_was_written_down_and_what_was_written_down_it_saw(rows: list[Row]) -> None:
    """One line that a final request leaves for each that arrived, in the case in which it did, and no other.

    A preflight has none, and arrived only in front of such a request.
    """
    assert [row for row in rows if requests(row) != row.passed] == []
    assert [row for row in rows if len(row.final) - requests(row) > row.passed] == []
    assert sum(row.passed for row in rows) >= 20


def test_what_was_held_is_what_arrived(rows: list[Row]) -> None:
    """The person was asked once for each; a preflight is a part of its request."""
    assert [row for row in rows if row.blocked != requests(row)] == []
    assert any(item.method == "OPTIONS" for row in rows for item in row.final)


def test_what_never_arrived_was_refused_as_what_it_was(rows: list[Row]) -> None:
    for row in rows:
        if row.case.way == "service worker" and row.case.answer:
            continue  # the engine follows no redirect of such a script: the target was never wanted
        if row.case.way == "worker" and row.case.answer and row.case.target in ("other", "outside"):
            assert row.final == ()
            continue  # nor one of a worker's script to another origin
        if row.sent and row.case.target in ("commit", "spelled", "other") and not row.final:
            assert row.refused & {"commit", "prefetch"}, row
        if row.case.target == "outside":
            assert row.final == ()
            # A WebSocket that is not listed as ordinary is refused before its redirect can be answered.
            early = {"commit"} if row.case.way == "websocket" and row.case.answer else set()
            assert not row.sent or row.refused & {"origin", *early} or row.case.way == "prefetch", row


def test_every_case_has_sent_something(rows: list[Row]) -> None:
    assert [str(row.case) for row in rows if not row.sent] == []


def test_the_audit_file_is_whole(running: Terminal, rows: list[Row]) -> None:
    assert running.trail.broken() == []
    assert running.shown() == "browse", "one session has borne it all"

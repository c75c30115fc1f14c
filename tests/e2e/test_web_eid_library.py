"""A portal that uses the public web-eid.js, unmodified, works with the kiosk."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.terminal import ONE_CHECK, Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

LIBRARY = Path(__file__).parents[1] / "support" / "web_eid" / "web-eid.js"
#: SHA-256 of the file in django_esteid-4.2-py3-none-any.whl (PyPI).
SHA256 = "d54a7679c669d6e1a22d129efedcc53de70c4c230203dcfb6c0ca9100abedc59"


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"web_eid_library": str(LIBRARY)}


@pytest.fixture
def with_library(terminal: Terminal) -> Terminal:
    """A logged-in person on a page of the portal that has the public library."""
    reach(terminal, "browse")
    terminal.evaluate("document.head.append(Object.assign(document.createElement('script'), {src: '/static/eid.js'}))")
    terminal.control.wait_until("the library", lambda: terminal.evaluate("typeof webeid === 'object'"))
    return terminal


def outcome(terminal: Terminal, call: str) -> dict[str, Any]:
    """The result of the library's promise: a value, or the name and code of its error."""
    handlers = "(value) => { window.outcome = {value}; }, ({name, code}) => { window.outcome = {name, code}; }"
    terminal.evaluate(f"(window.outcome = null, webeid.{call}.then({handlers}), 0)")
    found: dict[str, Any] = terminal.control.wait_until(call, lambda: terminal.evaluate("window.outcome"))
    return found


def test_it_is_the_released_file() -> None:
    assert hashlib.sha256(LIBRARY.read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("mode", ["two_checks_2023_04", ONE_CHECK])
def test_a_person_logs_in_and_applies(terminal: Terminal, mode: str) -> None:
    terminal.portal.change("mode", mode=mode)
    walk.begin(terminal.control)
    assert terminal.control.wait_until("the library", lambda: terminal.evaluate("webeid.config.VERSION")) == "2.0.1"
    terminal.station("restore", person=A.person)
    walk.log_in(terminal.control, A)
    walk.fill_in(terminal.control, A)
    walk.confirm(terminal.control, A)
    assert terminal.control.customer()["result"] == "done"
    assert terminal.portal.applications() == {A.person: A.service}
    assert terminal.tokens()[0] == ("/auth/login", "accepted")
    walk.finish(terminal.control)


def test_the_library_gets_the_versions(with_library: Terminal) -> None:
    versions = outcome(with_library, "status()")["value"]
    assert versions["library"] == "2.0.1"
    assert versions["extension"]
    assert versions["nativeApp"]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("getSigningCertificate()", "UserCancelledError"),
        ("sign('x', 'x', 'SHA-256')", "UserCancelledError"),
        ("authenticate('short')", "NativeInvalidArgumentError"),
    ],
)
def test_what_the_kiosk_does_not_do_is_an_error_of_the_librarys_own_kind(
    with_library: Terminal, call: str, name: str
) -> None:
    assert outcome(with_library, call)["name"] == name
    assert with_library.verifications(A.person) == 1

"""The terminal under drill: actions of a person, readings of its state, and checks when a session ends."""

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from kiosk.audit import file as audit_file
from kiosk.audit.line import AUDIT_FILE
from kiosk.supervisor.terminal_settings import SESSIONS
from kiosk.training.base.process_tree import alive, tree
from kiosk.training.launch import RunningTerminal
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control, ControlError
from kiosk.training.remote.portal_client import PortalClient
from kiosk.training.remote.walk import A, Customer
from kiosk.vocabulary import PORTAL_LOGOUT, WIPE_STEPS, EndReason

Line = dict[str, Any]


class ExpectationFailed(Exception):
    """What was seen differs from what was expected. The message goes into the report."""


def expect(what: str, expected: object, seen: object) -> None:
    """Raise ExpectationFailed unless both are equal."""
    if expected != seen:
        raise ExpectationFailed(f"{what}: expected {_short(expected)}, seen {_short(seen)}")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 120 else f"{text[:117]}…"


@dataclass(frozen=True)
class Visit:
    """One customer's session before its end. ``line``: number of the last audit line at that time."""

    session: int
    pid: int
    processes: tuple[psutil.Process, ...]
    folders: tuple[Path, ...]
    line: int


@dataclass
class Desk:
    """One running terminal. ``curtains``: milliseconds from a confirming tap to the painted curtain."""

    terminal: RunningTerminal
    curtains: list[float] = field(default_factory=list)

    @property
    def control(self) -> Control:
        """The control channel to all processes of the terminal."""
        return self.terminal.control

    @property
    def portal(self) -> PortalClient:
        """The admin surface of the training portal."""
        return self.terminal.portal

    # --- actions ---

    def station(self, do: str, **arguments: Any) -> Any:
        """Send a command to the training station: reader, cards, portal server."""
        return self.control.ask("station", do, **arguments)

    def log_in(self, customer: Customer = A) -> Visit:
        """Begin, place the card and enter the PIN; returns the session that has begun."""
        walk.begin(self.control)
        self.station("restore", person=customer.person)
        walk.log_in(self.control, customer)
        return self.visit()

    def place_card(self, person: str) -> Visit:
        """Begin and place a new card of this person, with all its tries."""
        walk.begin(self.control)
        self.station("restore", person=person)
        self.control.place(person)
        return self.visit()

    def reach_check(self, customer: Customer = A) -> Visit:
        """Log in, fill in, press 「申し込む」 and wait until the second check asks for the PIN."""
        visit = self.log_in(customer)
        walk.fill_in(self.control, customer)
        self.control.page_press("#apply")
        self.control.wait_stage("check")
        return visit

    def quit(self, row: str) -> None:
        """Press 「やめる」 and this row of its sheet; notes the milliseconds until the curtain is painted."""
        self.control.press("quit")
        self.control.wait_stage("quit_sheet")
        pressed = float(self.control.ask("session", "press", name=row))
        painted = self.control.wait_until("the curtain", lambda: self._painted_after(pressed))
        self.curtains.append((painted - pressed) * 1000)

    def _painted_after(self, moment: float) -> float:
        painted = float(self.control.terminal()["times"].get("painted", 0))
        return painted if painted > moment else 0.0

    def hardware_key(self) -> None:
        """Press the staff's hardware key for 「次の方へ」."""
        self.control.ask("supervisor", "hardware_key")

    def limits(self, **seconds: float) -> None:
        """Change time limits of the supervisor, in seconds (fields of ``kiosk.lifecycle.states.Limits``)."""
        self.control.ask("supervisor", "limits", **seconds)

    def evaluate(self, script: str) -> Any:
        """Run a script in the portal's page."""
        return self.control.ask("session", "page_eval", script=script)

    # --- readings ---

    def phase(self) -> str:
        """The phase of the lifecycle."""
        return str(self.control.terminal()["phase"])

    def words(self) -> list[str]:
        """All texts that are visible in the session's window."""
        return list(self.control.ask("session", "words"))

    def requests(self, method: str, path: str) -> list[Line]:
        """The requests with this method and path that reached the portal."""
        found = self.portal.state()["requests"]
        return [item for item in found if (item["method"], item["path"]) == (method, path)]

    def verifications(self, person: str) -> int:
        """How often a PIN was presented to this person's card."""
        commands = [str(entry["command"]) for entry in self.station("trace", person=person)]
        return sum(1 for command in commands if command[2:4] == "20" and command[10:])

    def lines(self, after: int = 0) -> list[Line]:
        """The audit lines with a number above ``after``."""
        return [line for line in audit_file.read(self.terminal.data / AUDIT_FILE) if line["n"] > after]

    def receipts(self) -> list[Line]:
        """The receipts that the supervisor keeps."""
        return list(self.control.terminal()["receipts"])

    def codes(self, visit: Visit) -> list[str]:
        """The codes of the audit lines written since ``visit`` was made."""
        return [line["code"] for line in self.lines(visit.line)]

    def visit(self) -> Visit:
        """The session that runs now, with its processes and folders."""
        state = self.control.terminal()
        folders = tuple((self.terminal.data / SESSIONS).iterdir())
        expect("session folders", 1, len(folders))
        line = max((line["n"] for line in self.lines()), default=0)
        return Visit(state["session"], state["serving"], tuple(tree(state["serving"])), folders, line)

    # --- checks ---

    def check_ended(self, visit: Visit, reason: EndReason) -> str:
        """Check that the session ended for this reason with a verified wipe, audit lines and nothing left over.

        Returns a sentence for the report.
        """
        receipt = self.control.wait_until("the receipt", lambda: self.control.receipt_of(visit.session))
        expect("end reason", reason, receipt["reason"])
        expect("steps of the wipe", list(WIPE_STEPS), [step["step"] for step in receipt["steps"]])
        expect("steps not done", [], [step["step"] for step in receipt["steps"] if not step["done"]])
        expect("wipe verified", True, receipt["verified"])
        expect("processes left", [], [process.pid for process in alive(visit.processes)])
        expect("folders left", 0, sum(folder.exists() for folder in visit.folders))
        self._written_down(visit, reason)
        return f"{reason}, wiped in {wipe_ms(receipt):.0f} ms"

    def _written_down(self, visit: Visit, reason: EndReason) -> None:
        ended = [line["reason"] for line in self.lines(visit.line) if line["code"] == "session_ended"]
        expect("audit line", [reason], ended)
        expect("wipes verified in the audit file", True, "wipe_verified" in self.codes(visit))
        expect("audit chain", [], audit_file.verify(self.terminal.data / AUDIT_FILE))

    def check_card_waits(self) -> None:
        """Check that a card left on the reader keeps the terminal covered and without a session; then take it."""
        self.control.wait_phase("take_card")
        state = self.control.terminal()
        expect("covered, sessions", (True, 0), (state["covered"], state["serving"]))
        expect("session folders", 0, len(list((self.terminal.data / SESSIONS).iterdir())))
        self.control.take()
        walk.answer_call_that_holds(self.control)
        self.wait_for_attract()

    def wait_for_attract(self) -> None:
        """Wait for the attract screen; check that the reader is empty."""
        walk.confirm_as_staff(self.control)
        self.control.wait_phase("ready")
        self.control.wait_stage("attract")
        state = self.control.terminal()
        expect("reader, covered", ("empty", False), (state["reader"], state["covered"]))

    def check_next_has_no_cookie(self) -> None:
        """Check that the next person's first request carries no cookie."""
        before = len(self.requests("GET", "/"))
        walk.begin(self.control)
        found = self.control.wait_until("the next person's page", lambda: self.requests("GET", "/")[before:])
        expect("cookies of the next person", [], found[0]["cookies"])

    # --- between scenarios ---

    def reset(self) -> None:
        """Bring the terminal back to its start: nobody served, no fault, empty reader, portal reset."""
        for command in ("plug", "start_service", "open_portal"):
            self.station(command)
        with suppress(ControlError):
            self.control.take()
        self.control.wait_until("a quiet terminal", self._is_quiet, limit=20.0)
        self.portal.change("reset")

    def _is_quiet(self) -> bool:
        state = self.control.terminal()
        if state["phase"] in ("serving", "away"):
            self.hardware_key()
        if state["phase"] == "take_card":
            walk.answer_call_that_holds(self.control)
            walk.confirm_as_staff(self.control)
        return state["phase"] == "ready" and self.control.customer().get("shown") == "attract"


def wipe_ms(receipt: Line) -> float:
    """Milliseconds of a wipe, without the step of the portal's logout."""
    return float(sum(step["ms"] for step in receipt["steps"] if step["step"] != PORTAL_LOGOUT))


def pause(seconds: float) -> None:
    """Wait for this many seconds."""
    threading.Event().wait(seconds)

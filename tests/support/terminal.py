"""A whole terminal under test (real supervisor, session, engine and station) and the checks when a session ends."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from kiosk.training.base import process_tree
from kiosk.training.launch import RunningTerminal
from kiosk.training.remote import walk
from kiosk.training.remote.control import ControlError
from kiosk.training.remote.walk import B_WITH_ID_OF_A, A, Customer
from kiosk.vocabulary import WIPE_STEPS
from tests.hostile import reported
from tests.hostile.equipment import NAME as HOSTILE
from tests.support import observe
from tests.support.observe import AuditTrail

ONE_CHECK = "one_check_2022_06"
TWO_CHECKS = "two_checks_2023_04"
COOKIE = "training_session"
#: Seconds that a line may take from the session into the file.
LINES_LIMIT = 5.0
#: Seconds that a card may be away in tests: they wait for its end again and again.
CARD_GRACE = 3.0


class Terminal(RunningTerminal):
    """A kiosk with its station. ``expected``: log events of level warning or higher that this test provokes."""

    def __init__(self, folder: Path, **choices: Any) -> None:
        timers = {"card_grace": CARD_GRACE, **choices.pop("timers", {})}
        usual = {
            "notice": 1.0,
            "reading": 0.0,
            "hasty": True,
            "tap_guard": 0.1,
            "equipment": [HOSTILE],
            "reduced_motion": True,  # two pictures of a screen differ by what was done
            "timers": timers,
        }
        super().__init__(folder, **{**usual, **choices})
        self.expected: list[str] = []

    @property
    def trail(self) -> AuditTrail:
        """The whole audit file, read when all that the session has sent so far is written."""
        return AuditTrail(self.data / "audit.jsonl", settle=self.settle_trail)

    def settle_trail(self) -> None:
        """Wait until the supervisor has written what sessions have sent; of a session that has died it may not."""
        with suppress(ControlError):
            self.control.wait_until("the lines to be written", lambda: not self._unwritten(), LINES_LIMIT)

    def _unwritten(self) -> list[int]:
        return [pid for pid in reported.unwritten(self.settings.control) if psutil.pid_exists(pid)]

    @property
    def pid(self) -> int:
        """The pid of the supervisor."""
        assert self.process is not None
        return self.process.pid

    # --- actions ---

    def station(self, do: str, **arguments: Any) -> Any:
        """Send a command to the training station."""
        return self.control.ask("station", do, **arguments)

    def hardware_key(self) -> None:
        """Press the staff's hardware key for 「次の方へ」."""
        self.control.ask("supervisor", "hardware_key")

    def quit(self, row: str) -> float:
        """Press 「やめる」 and this row of its sheet; returns the time of the second press."""
        self.control.press("quit")
        self.control.wait_stage("quit_sheet")
        return float(self.control.ask("session", "press", name=row))

    def evaluate(self, script: str) -> Any:
        """Run a script in the page's own world, as a script of the page, and return its value."""
        return self.control.ask("session", "page_eval", script=script)

    def place_card(self, person: str) -> None:
        """Place a new card of this person, with all its tries."""
        self.station("restore", person=person)
        self.control.place(person)

    # --- readings ---

    def phase(self) -> str:
        """The phase of the lifecycle."""
        return str(self.control.terminal()["phase"])

    def shown(self) -> str:
        """The screen of the session; empty without a session."""
        return str(self.control.customer().get("shown", ""))

    def requests(self, method: str, path: str) -> list[dict[str, Any]]:
        """The requests with this method and path that reached the portal."""
        found = self.portal.state()["requests"]
        return [item for item in found if (item["method"], item["path"]) == (method, path)]

    def tokens(self) -> list[tuple[str, str]]:
        """Path and outcome of every token that reached the portal."""
        return [(item["path"], item["outcome"]) for item in self.portal.state()["tokens"]]

    def commits(self) -> int:
        """The number of final requests that reached the portal."""
        return len(self.requests("POST", "/apply"))

    def commands(self, person: str) -> list[str]:
        """Every APDU sent to this person's card, PINs masked."""
        return [entry["command"] for entry in self.station("trace", person=person)]

    def verifications(self, person: str) -> int:
        """How often a PIN was presented to this person's card."""
        return sum(1 for command in self.commands(person) if command[2:4] == "20" and command[10:])

    # --- between tests ---

    def back_to_start(self) -> None:
        """Whatever the last test left: end the session, repair faults, empty the reader, reset the portal."""
        for command in ("plug", "start_service", "open_portal"):
            self.station(command)
        with suppress(ControlError):
            self.control.take()
        self.control.wait_until("a quiet terminal", self.is_quiet)
        self.portal.change("reset")
        self.expected.clear()

    def is_quiet(self) -> bool:
        """Whether nobody is served and the attract screen is shown; ends a session that still runs."""
        state = self.control.terminal()
        if state["phase"] in ("serving", "away"):
            self.hardware_key()
        if state["phase"] == "take_card":
            walk.answer_call_that_holds(self.control)
            walk.confirm_as_staff(self.control)
        return state["phase"] == "ready" and self.shown() == "attract"

    def story(self) -> str:
        """State, stderr, log and audit lines, for the report of a failed test."""
        errors = self.errors.read_text("utf-8", "replace")[-2000:] if self.errors.exists() else ""
        log = "\n".join(str(line) for line in observe.log_lines(self.data)[-12:])
        lines = "\n".join(f"{line['n']} {line['code']}" for line in self.trail.lines()[-15:])
        return f"{self.control.describe()}\n--- stderr\n{errors}\n--- kiosk.log\n{log}\n--- audit\n{lines}"


@dataclass(frozen=True)
class Visit:
    """One customer's session before its end."""

    session: int
    pid: int
    processes: list[psutil.Process]
    folders: list[Path]
    trail: AuditTrail


def visit(terminal: Terminal) -> Visit:
    """The session that runs now, with its processes and its folder."""
    state = terminal.control.terminal()
    folders = list((terminal.data / "sessions").iterdir())
    assert len(folders) == 1, "one session, one folder"
    processes = process_tree.tree(state["serving"])
    assert processes, "a session has a process"
    return Visit(state["session"], state["serving"], processes, folders, terminal.trail.now())


def assert_ended(terminal: Terminal, ended: Visit, reason: str) -> dict[str, Any]:
    """The session ended for this reason with a verified wipe and audit lines; nothing is left. Returns the receipt."""
    control = terminal.control
    receipt: dict[str, Any] = control.wait_until("the receipt", lambda: control.receipt_of(ended.session))
    assert receipt["reason"] == reason
    assert receipt["verified"], receipt
    assert [step["step"] for step in receipt["steps"]] == list(WIPE_STEPS)
    assert all(step["done"] for step in receipt["steps"]), receipt
    left = process_tree.alive(ended.processes)
    assert not left, observe.command_lines(left)
    assert not [folder for folder in ended.folders if folder.exists()]
    _assert_written_down(ended, reason)
    return receipt


def _assert_written_down(ended: Visit, reason: str) -> None:
    codes = ended.trail.codes()
    assert [line["reason"] for line in ended.trail.of("session_ended")] == [reason]
    assert "wipe_verified" in codes[codes.index("session_ended") :]
    assert not ended.trail.broken()


def assert_card_waits(terminal: Terminal) -> None:
    """While a card is on the reader the terminal asks for its removal and serves nobody; then the next may come."""
    control = terminal.control
    control.wait_phase("take_card")
    state = control.terminal()
    assert state["covered"]
    assert not state["serving"]
    assert not list((terminal.data / "sessions").iterdir())
    control.take()
    walk.answer_call_that_holds(control)
    assert_next_may_come(terminal)


def assert_next_may_come(terminal: Terminal) -> None:
    """The attract screen of a new session is shown and the reader is empty."""
    control = terminal.control
    walk.confirm_as_staff(control)
    control.wait_phase("ready")
    state = control.terminal()
    assert state["reader"] == "empty"
    assert not state["covered"]
    control.wait_stage("attract")


def assert_next_is_a_stranger(terminal: Terminal) -> None:
    """The next person's first request to the portal carries no cookie."""
    before = len(terminal.requests("GET", "/"))
    walk.begin(terminal.control)
    found = terminal.control.wait_until("the next person's page", lambda: terminal.requests("GET", "/")[before:])
    assert found[0]["cookies"] == []


def press_when_armed(terminal: Terminal, name: str, warning: str = "idle_warning") -> None:
    """A screen that appears by itself ignores touches at first: press until this warning is gone."""

    def gone() -> bool:
        if terminal.shown() == warning:
            with suppress(ControlError):
                terminal.control.press(name)
        return terminal.shown() != warning

    terminal.control.wait_until(f"{name} to be pressed", gone)


# --- ways to a screen ---


def reach(terminal: Terminal, screen: str) -> None:
    """Act as a customer up to this screen."""
    _WAYS[screen](terminal)
    terminal.control.wait_stage(_SHOWN.get(screen, screen))


def mix_up(terminal: Terminal) -> Visit:
    """The second person enters the payment ID of the first; returns the moment before that."""
    reach(terminal, "result")
    walk.finish(terminal.control)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, B_WITH_ID_OF_A)
    before = visit(terminal)
    walk.enter_details(terminal.control, B_WITH_ID_OF_A)
    return before


def _to_choose(terminal: Terminal) -> None:
    terminal.control.press("start")


def _to_prepare(terminal: Terminal) -> None:
    reach(terminal, "choose")
    terminal.control.press("procedure_points")


def _to_place_card(terminal: Terminal) -> None:
    walk.begin(terminal.control)


def _card(terminal: Terminal, person: str) -> None:
    reach(terminal, "place_card")
    terminal.place_card(person)


def _to_browse(terminal: Terminal, customer: Customer = A) -> None:
    walk.begin(terminal.control)
    terminal.station("restore", person=customer.person)
    walk.log_in(terminal.control, customer)


def _to_review(terminal: Terminal) -> None:
    _to_browse(terminal)
    walk.fill_in(terminal.control, A)


def _to_check(terminal: Terminal) -> None:
    _to_review(terminal)
    terminal.control.page_press("#apply")


def _to_result(terminal: Terminal) -> None:
    _to_check(terminal)
    terminal.control.wait_stage("check")
    walk.pass_check(terminal.control, A)
    terminal.control.wait_until("the result", lambda: terminal.control.customer().get("result"))


_WAYS = {
    "choose": _to_choose,
    "prepare": _to_prepare,
    "place_card": _to_place_card,
    "enter_pin": lambda terminal: _card(terminal, "taro"),
    "last_try": lambda terminal: _card(terminal, "one_try_left"),
    "problem": lambda terminal: _card(terminal, "certificate_missing"),
    "browse": _to_browse,
    "review": _to_review,
    "check": _to_check,
    "result": _to_result,
}
_SHOWN = {"review": "browse", "result": "browse"}
SCREENS = tuple(_WAYS)

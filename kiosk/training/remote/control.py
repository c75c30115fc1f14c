"""The control channel of the training part: press, type, place a card, take a screenshot, read the state.

Each process has a listener in a 0700 folder, protected by a random token; commands are small dictionaries. The code of
``kiosk run`` has no reference to it.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

from kiosk.system import clock, deletion
from kiosk.training.base.token import token_of

Command = dict[str, Any]
Handler = Callable[[Command], Any]
#: Seconds that a command may take, and seconds between two checks of ``wait_until``.
ANSWER_LIMIT = 30.0
POLL_INTERVAL = 0.02


class ControlError(Exception):
    """The other process refused the command, or does not run."""


def listen(folder: Path, name: str, handle: Handler) -> None:
    """Answer commands on a daemon thread. The socket of a killed process is replaced."""
    path = folder / f"{name}.sock"
    deletion.forget_file(path)
    listener = Listener(str(path), family="AF_UNIX", authkey=token_of(folder))
    threading.Thread(target=_accept, args=(listener, handle), name=f"control-{name}", daemon=True).start()


def _accept(listener: Listener, handle: Handler) -> None:
    while True:
        try:
            connection = listener.accept()
        except Exception:  # noqa: S112 - a client with a wrong token, or one that left at once
            continue
        threading.Thread(target=_serve, args=(connection, handle), daemon=True).start()


def _serve(connection: Connection, handle: Handler) -> None:
    with suppress(EOFError, OSError), connection:
        while True:
            command = connection.recv()
            try:
                answer = {"ok": handle(command)}
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
            connection.send(answer)


class NoAnswer(ControlError):
    """The process received the command and ended before it answered."""


class Control:
    """The client's side, for all processes of a training station."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ask(self, process: str, do: str, **arguments: Any) -> Any:
        """Send one command. Raises ControlError when it is refused or nobody answers."""
        try:
            with Client(
                str(self._folder / f"{process}.sock"), family="AF_UNIX", authkey=token_of(self._folder)
            ) as there:
                there.send({"do": do, **arguments})
                if not there.poll(ANSWER_LIMIT):
                    raise ControlError(f"{process} does not answer {do}")
                answer = there.recv()
        except EOFError as error:
            raise NoAnswer(f"{process} ended after the command {do}") from error
        except OSError as error:
            raise ControlError(f"{process} is not there: {type(error).__name__}") from error
        if "error" in answer:
            raise ControlError(f"{process} {do}: {answer['error']}")
        return answer["ok"]

    def terminal(self) -> dict[str, Any]:
        """The supervisor's state: phase, session, reason, failure, receipts. Raises ControlError."""
        return dict(self.ask("supervisor", "state"))

    def receipt_of(self, session: int) -> dict[str, Any] | None:
        """The wipe receipt of the session with this number, or None as long as there is none."""
        found = [receipt for receipt in self.terminal()["receipts"] if receipt["session"] == session]
        return found[-1] if found else None

    def customer(self) -> dict[str, Any]:
        """The session's state: stage, overlay, tries, page of the portal. Empty without a session."""
        with suppress(ControlError):
            return dict(self.ask("session", "state"))
        return {}

    def press(self, name: str) -> None:
        """Press a named control of the session's window. No answer counts as pressed: it may have ended the session."""
        with suppress(NoAnswer):
            self.ask("session", "press", name=name)

    def enter_pin(self, digits: str) -> None:
        """Press the keys of the PIN pad."""
        for digit in digits:
            self.press(f"key_{digit}")

    def page_press(self, selector: str) -> None:
        """Click an element of the portal's page."""
        self.ask("session", "page_press", selector=selector)

    def page_fill(self, selector: str, text: str) -> None:
        """Click a field of the portal's page and type into it."""
        self.ask("session", "page_fill", selector=selector, text=text)

    def place(self, person: str) -> None:
        """Put a person's card on the virtual reader."""
        self.ask("station", "place", person=person)

    def take(self) -> None:
        """Take the card away."""
        self.ask("station", "take")

    def swap(self, person: str) -> None:
        """Exchange the card for another person's so quickly that the reader never reports itself empty."""
        self.ask("station", "swap", person=person)

    def screenshot(self, path: Path) -> None:
        """Save what a person sees now: the curtain, or the session's window."""
        if not self.ask("supervisor", "screenshot", path=str(path)):
            self.ask("session", "screenshot", path=str(path))

    def wait_until(self, what: str, condition: Callable[[], Any], limit: float = 15.0) -> Any:
        """Wait until the condition is true and return its value. Raises ControlError after ``limit`` seconds."""
        until = clock.now() + limit
        pause = threading.Event()
        while True:
            if value := condition():
                return value
            if clock.now() >= until:
                raise ControlError(f"{what}: not within {limit:g} s; {self.describe()}")
            pause.wait(POLL_INTERVAL)

    def wait_stage(self, stage: str, limit: float = 15.0) -> None:
        """Wait until the session shows this screen."""
        self.wait_until(f"screen {stage}", lambda: self.customer().get("shown") == stage, limit)

    def wait_phase(self, phase: str, limit: float = 15.0) -> None:
        """Wait until the terminal is in this phase of its lifecycle; in ``ready`` also for the session's listener."""
        self.wait_until(f"phase {phase}", lambda: self.terminal()["phase"] == phase, limit)
        if phase == "ready":
            self.wait_until("the session's listener", self.customer, limit)

    def wait_engine(self, limit: float = 15.0) -> None:
        """Wait until the session's browser engine is loaded, behind the attract screen."""
        self.wait_until("the engine", lambda: self.customer().get("engine"), limit)

    def wait_page(self, path: str, limit: float = 15.0) -> None:
        """Wait until the portal shows this path, loaded."""
        self.wait_until(f"page {path}", lambda: self._page_is(path), limit)

    def _page_is(self, path: str) -> bool:
        customer = self.customer()
        return customer.get("page") == path and bool(customer.get("loaded"))

    def describe(self) -> str:
        """Terminal and session in one line, for an error message."""
        with suppress(ControlError):
            terminal = self.terminal()
            return f"terminal {terminal['phase']} {terminal['failure']} {terminal['reason']}, session {self.customer()}"
        return "no supervisor"

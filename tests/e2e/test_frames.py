"""What the monitors show while sessions end: a film of the frame buffer with two monitors.

The desktop has a colour that occurs nowhere else, and so has the page of the last person.
"""

import signal
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from kiosk.config.settings import Timers
from kiosk.supervisor.supervisor import TICK_MS
from kiosk.system import clock
from kiosk.training.launch import RunningStation
from kiosk.training.play.control_experiment import SharedBrowser
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B
from tests.support.afterwards import machine_fault, send, session_fault, victims
from tests.support.film import BLANK, Film
from tests.support.terminal import Terminal
from tests.support.xserver import MONITORS, XServer, display

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

DESKTOP, PAGE = 0xB0187E, 0x1FC35A
#: Seconds from the event that ends a session to the first frame without its page.
BUDGET = 0.1
#: A busy machine may be late, by at most this many seconds; then the same end is tried again, at most 4 times in all.
LATE, ATTEMPTS = 0.5, 4
#: Seconds after which a hung session is noticed.
SILENCE = 1.0
#: Upper limit of the median time between two frames, in seconds.
DENSE = 0.01
#: Seconds for which a new monitor may show the desktop before it is covered.
PLUGGED = 0.5

#: Gives the page A's colour, and a list whose choices open in a window of their own.
PAINTED = f"""(() => {{
  const colour = "#{PAGE:06x}", list = document.createElement("select"), cover = document.createElement("div");
  cover.style.cssText = `position: fixed; inset: 0; z-index: 99998; pointer-events: none; background: ${{colour}}`;
  list.style.cssText = "position: fixed; left: 40%; top: 20%; width: 20%; height: 60px; z-index: 99999";
  list.id = "list";
  for (let number = 0; number < 12; number++) {{
    const choice = document.createElement("option");
    choice.style.background = colour;
    list.append(choice);
  }}
  document.body.append(cover, list);
  return true;
}})()"""


@pytest.fixture(scope="module")
def monitors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XServer]:
    with display(tmp_path_factory.mktemp("x"), DESKTOP) as server:
        yield server


@pytest.fixture(scope="module")
def film(monitors: XServer) -> Iterator[Film]:
    """A film that begins before the kiosk starts and ends after its stop."""
    with Film(monitors.picture(), {"desktop": DESKTOP, "page": PAGE}) as running:
        yield running


@pytest.fixture(scope="module")
def choices(film: Film) -> dict[str, Any]:
    return {"fullscreen": True, "notice": 0.2}


@pytest.fixture(scope="module")
def unplugged() -> list[tuple[float, float]]:
    """Times in which the first monitor was unplugged: then it is covered in one colour, like other monitors."""
    return []


@pytest.fixture
def page(terminal: Terminal, film: Film) -> Terminal:
    return _show_page(terminal, film)


def _show_page(terminal: Terminal, film: Film) -> Terminal:
    """Log A in and wait until the page has A's colour on the first monitor."""
    machine_fault(terminal, "limits", grace=0.5, alive=5.0)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, A)
    terminal.evaluate(PAINTED)
    terminal.control.wait_until("A's page", lambda: film.shows("page", MONITORS[0]))
    return terminal


# --- ends: each returns the moment from which no frame may show the page ---


def by_customer(terminal: Terminal, _: XServer) -> float:
    return terminal.quit("next_customer")


def by_key(_: Terminal, monitors: XServer) -> float:
    at = clock.now()
    monitors.press("F12")
    return at


def by_card(terminal: Terminal, _: XServer) -> float:
    at = clock.now()
    terminal.control.take()
    return at


def by_idleness(terminal: Terminal, _: XServer) -> float:
    """The person has left with a list open on the page, and nobody answers the warning."""
    terminal.control.page_press("#list")
    session_fault(terminal, "leave_alone", seconds=Timers().idle)
    terminal.control.wait_stage("idle_warning")
    at = clock.now()
    session_fault(terminal, "leave_alone", seconds=Timers().warning)
    return at


def by_hanging(terminal: Terminal, _: XServer) -> float:
    machine_fault(terminal, "limits", alive=SILENCE)
    session_fault(terminal, "hang")
    return clock.now() + SILENCE + TICK_MS / 1000


def _killed(terminal: Terminal, who: str) -> float:
    processes = victims(terminal, who)
    at = clock.now()
    send(processes, signal.SIGKILL)
    return at


def by_death(terminal: Terminal, _: XServer) -> float:
    return _killed(terminal, "session")


def by_dead_page(terminal: Terminal, _: XServer) -> float:
    return _killed(terminal, "renderer")


End = Callable[[Terminal, XServer], float]
ENDS: dict[End, str] = {
    by_customer: "next_customer",
    by_key: "next_customer",
    by_card: "card_removed",
    by_idleness: "idle",
    by_hanging: "session_hung",
    by_death: "session_crashed",
    by_dead_page: "renderer_dead",
}


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_no_frame_of_the_page_after_the_end(page: Terminal, monitors: XServer, film: Film, end: End) -> None:
    seconds = _seen_after(page, monitors, film, end)
    for _ in range(ATTEMPTS - 1):
        if BUDGET < seconds <= LATE:
            seconds = _seen_after(_show_page(page, film), monitors, film, end)
    assert seconds <= BUDGET, "the page was visible, or no frame was taken, for that long"
    assert not film.times("page", MONITORS[1])


def _seen_after(page: Terminal, monitors: XServer, film: Film, end: End) -> float:
    """End the session and return the seconds after which the page was certainly gone; negative: gone before."""
    session = page.control.terminal()["session"]
    at = end(page, monitors)
    receipt = page.control.wait_until("the receipt", lambda: page.control.receipt_of(session))
    assert (receipt["reason"], receipt["verified"]) == (ENDS[end], True)
    page.back_to_start()
    last, gap = film.last("page")
    return last + gap - at


def test_a_monitor_that_is_plugged_in_is_covered(terminal: Terminal, monitors: XServer, film: Film) -> None:
    walk.begin(terminal.control)
    keyboard = monitors.keyboard_at()
    monitors.unplug(MONITORS[1])
    terminal.control.wait_until("a monitor less", lambda: film.shows("desktop", MONITORS[1]))
    at = clock.now()
    monitors.plug(MONITORS[1])
    terminal.control.wait_until("a covered monitor", lambda: not film.shows("desktop", MONITORS[1]))
    assert film.times("desktop", MONITORS[1])[-1] - at <= PLUGGED
    assert monitors.keyboard_at() == keyboard
    terminal.back_to_start()


def test_a_session_whose_monitor_goes_is_ended(
    page: Terminal, monitors: XServer, film: Film, unplugged: list[tuple[float, float]]
) -> None:
    """The other monitor becomes the first one: the page is never visible there, and disappears where it was."""
    session = page.control.terminal()["session"]
    at = clock.now()
    monitors.unplug(MONITORS[0])
    try:
        receipt = page.control.wait_until("the receipt", lambda: page.control.receipt_of(session))
        assert (receipt["reason"], receipt["verified"]) == ("display_changed", True)
    finally:
        monitors.plug(MONITORS[0])
    page.back_to_start()
    unplugged.append((at, clock.now()))
    last, gap = film.last("page")
    assert (last - at <= PLUGGED + gap, film.times("page", MONITORS[1])) == (True, [])


def test_no_frame_of_the_desktop_or_of_an_empty_window_until_the_stop(
    running: Terminal, film: Film, unplugged: list[tuple[float, float]]
) -> None:
    running.control.wait_phase("ready")
    covered, stopped = film.first_without("desktop"), clock.now()
    assert running.stop() == 0
    frames = film.between(covered, stopped)
    assert median(after.began - before.began for before, after in pairwise(frames)) < DENSE
    assert not [frame for frame in frames if frame.has("desktop", MONITORS[0])]
    blank = [frame.began for frame in frames if frame.has(BLANK, MONITORS[0])]
    assert not [at for at in blank if not any(first <= at <= last for first, last in unplugged)]


def test_the_film_sees_what_one_browser_for_everybody_shows(film: Film, tmp_path: Path) -> None:
    with RunningStation(tmp_path) as station:
        with SharedBrowser(station.settings) as desk:
            desk.sit_down(A.person)
            desk.control.wait_page("/measures")
            desk.control.ask("session", "page_eval", script=PAINTED)
            desk.control.wait_until("A's page", lambda: film.shows("page"))
            desk.control.take()
            at = clock.now()
            desk.sit_down(B.person)
            desk.control.wait_until("A's page, with B", lambda: film.times("page", since=at + BUDGET))
            ended = clock.now()
        desk.control.wait_until("the desktop", lambda: film.times("desktop", MONITORS[0], since=ended))

"""Scenarios D and E: browser state that must not remain, and processes that die or hang."""

from contextlib import suppress

import psutil

from kiosk.lifecycle.states import Limits
from kiosk.training.base.process_tree import alive, tree
from kiosk.training.drill.desk import Desk, ExpectationFailed, expect, pause
from kiosk.training.drill.scenario import Scenario
from kiosk.training.remote import walk
from kiosk.training.remote.control import Control
from kiosk.vocabulary import PORTAL_LOGOUT, EndReason

#: A page that resists being closed: a beforeunload question and an endless series of dialogues.
TRAP = "(window.onbeforeunload = event => { event.preventDefault(); return 'stay'; }, setInterval(() => alert(1), 50))"
LEAVE_TRACES = (
    "(document.cookie = 'canary=1;max-age=3600', localStorage.setItem('canary', 1), history.pushState({}, ''))"
)
LOOK_FOR_TRACES = "[document.cookie, localStorage.length, sessionStorage.length, history.length]"
NO_TRACES = ["", 0, 0, 1]
KILL_LIMIT = 10.0
#: Seconds without a message after which a session counts as hung.
SILENCE = 2.0


def next_finds_nothing(desk: Desk) -> str:
    """D1, D2, D12: a site without logout and with persistent cookies leaves nothing for the next person."""
    desk.portal.change("switches", no_logout=True, persistent_cookie=True, storage=True)
    visit = desk.log_in()
    desk.evaluate(LEAVE_TRACES)
    if desk.evaluate(LOOK_FOR_TRACES) == NO_TRACES:
        raise ExpectationFailed("the page left no traces, so the check proves nothing")
    desk.hardware_key()
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    desk.check_card_waits()
    desk.portal.change("switches", storage=False)
    desk.check_next_has_no_cookie()
    desk.control.wait_page("/")
    found = desk.evaluate(LOOK_FOR_TRACES)
    expect("cookie, storage, history of the next person", NO_TRACES[1:], found[1:])
    expect("a canary cookie", False, "canary" in str(found[0]))
    desk.evaluate("history.back()")
    pause(0.3)
    expect("the page after going back", "/", desk.control.customer()["page"])
    return f"no cookie, no storage, no history; {seen}"


def page_that_wants_to_stay(desk: Desk) -> str:
    """D3, D5: a second window is refused; beforeunload and endless dialogues do not delay the end."""
    visit = desk.log_in()
    expect("a second window", True, desk.evaluate("window.open('/status') === null"))
    desk.control.page_press("#measure_account")
    desk.evaluate(TRAP)
    pause(0.3)
    desk.quit("next_customer")
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    expect("dialogues refused", True, "request_refused" in desk.codes(visit))
    desk.check_card_waits()
    return seen


def portal_down_at_logout(desk: Desk) -> str:
    """D13: the portal's logout fails, the wipe succeeds, and the receipt records both."""
    visit = desk.log_in()
    desk.station("close_portal")
    desk.quit("give_up")
    seen = desk.check_ended(visit, EndReason.GIVE_UP)
    receipt = desk.control.receipt_of(visit.session) or {"steps": []}
    logout = [step["skipped"] for step in receipt["steps"] if step["step"] == PORTAL_LOGOUT]
    expect("logout recorded as not done", [True], logout)
    desk.check_card_waits()
    return f"logout unknown; {seen}"


def killed(desk: Desk) -> str:
    """E2: the session's process is killed; in the next session, the process of the page is."""
    visit = desk.log_in()
    psutil.Process(visit.pid).kill()
    first = desk.check_ended(visit, EndReason.SESSION_CRASHED)
    desk.check_card_waits()
    visit = desk.log_in()
    page_process(desk.control).kill()
    second = desk.check_ended(visit, EndReason.RENDERER_DEAD)
    desk.check_card_waits()
    return f"{first}; {second}"


def page_process(control: Control) -> psutil.Process:
    """The process of the session's page."""
    return psutil.Process(control.ask("session", "renderers")["page"])


def hangs(desk: Desk) -> str:
    """E13: the session's process is suspended; the supervisor's deadline ends it."""
    visit = desk.log_in()
    desk.limits(alive=SILENCE)
    psutil.Process(visit.pid).suspend()
    seen = desk.check_ended(visit, EndReason.SESSION_HUNG)
    desk.limits(alive=Limits().alive)
    desk.check_card_waits()
    return seen


def power_fails(desk: Desk) -> str:
    """E1: all processes are killed at once; the next start wipes before anybody is served."""
    visit = desk.log_in()
    terminal = desk.terminal
    assert terminal.process is not None
    everything = tree(terminal.process.pid)
    for process in everything:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    terminal.process.wait(KILL_LIMIT)
    for orphan in everything[1:]:  # this process is their subreaper
        with suppress(psutil.NoSuchProcess):
            orphan.wait(KILL_LIMIT)
    left = sum(folder.exists() for folder in visit.folders)
    expect("folders that the killed session left", 1, left)
    terminal.start()
    terminal.wait_for_answer()
    desk.wait_for_attract()
    return _after_power_failure(
        desk, visit.line, len([folder for folder in visit.folders if folder.exists()]), everything
    )


def _after_power_failure(desk: Desk, line: int, folders: int, everything: list[psutil.Process]) -> str:
    expect("folders left after the start", 0, folders)
    expect("processes left", [], [process.pid for process in alive(everything)])
    codes = [item["code"] for item in desk.lines(line)]
    order = [code for code in codes if code in ("kiosk_started", "wipe_verified", "session_prepared")]
    expect("order of the start", ["kiosk_started", "wipe_verified", "session_prepared"], order)
    walk.begin(desk.control)
    return "wiped at the start, before the attract screen"


def shut_down(desk: Desk) -> str:
    """E7: the machine is shut down during a session: the session is wiped before the program ends."""
    visit = desk.log_in()
    expect("exit code", 0, desk.terminal.stop())
    codes = desk.codes(visit)
    ended = [item["reason"] for item in desk.lines(visit.line) if item["code"] == "session_ended"]
    expect("end reason", [EndReason.SHUTDOWN], ended)
    expect("last audit lines", ["wipe_verified", "kiosk_stopped"], codes[-2:])
    expect("folders left", 0, sum(folder.exists() for folder in visit.folders))
    expect("processes left", [], [process.pid for process in alive(visit.processes)])
    desk.terminal.start()
    desk.terminal.wait_for_answer()
    desk.wait_for_attract()
    return "shutdown, wiped before the end"


ORDINARY = (
    Scenario(("D1", "D2", "D12"), "next person finds no cookie, no history", next_finds_nothing),
    Scenario(("D3", "D5"), "page that does not want to go", page_that_wants_to_stay),
    Scenario(("D13",), "portal down at the logout", portal_down_at_logout),
    Scenario(("E2",), "session and page killed", killed),
    Scenario(("E13",), "session hangs", hangs),
)
HURRIED = (
    Scenario(("E7",), "shut down in the middle", shut_down, hurried=True),
    Scenario(("E1",), "power failure", power_fails, hurried=True),
)

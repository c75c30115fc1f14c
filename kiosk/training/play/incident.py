"""The scenes of the incident: A logs in and walks away without logging out, B sits down and applies."""

from kiosk.training.launch import RunningTerminal
from kiosk.training.play.control_experiment import SharedBrowser
from kiosk.training.play.table import Play
from kiosk.training.portal.settings import Mode
from kiosk.training.remote import walk
from kiosk.training.remote.portal_client import PortalClient
from kiosk.training.remote.walk import A, B

NAMES = {A.person: "A", B.person: "B"}
#: Mode of the portal, and what B presses to apply: the form in every mode, and the link where the portal redirects.
WAYS = (*((mode, walk.APPLY) for mode in Mode), (Mode.REDIRECTS, walk.APPLY_LINK))


def name(mode: Mode, press: str) -> str:
    """The mode, and what is pressed where there is a choice."""
    return f"{mode.value} ({'GET' if press == walk.APPLY_LINK else 'POST'})" if mode.redirects else mode.value


def tied(portal: PortalClient) -> str:
    """Whose points are tied to which payment service, from the portal's records."""
    found = {NAMES[label]: service for label, service in portal.applications().items()}
    return ", ".join(f"{who}: {service}" for who, service in sorted(found.items())) or "nobody"


def old_desk(play: Play, station: RunningTerminal, happens: bool, press: str) -> None:
    """The scenes with a shared browser. ``happens``: in this mode the portal does not notice the change of persons."""
    control = station.control
    with SharedBrowser(station.settings) as desk:
        desk.sit_down(A.person)
        play.row("A logs in", "/measures", lambda: _page(desk, "/measures"))
        control.take()
        play.row("A walks away without logging out; B sits down", "/measures", lambda: _page(desk, "/measures"))
        desk.sit_down(B.person)
        walk.fill_in(control, B)
        control.page_press(press)
        ending = "/result/done" if happens else "/result/failed"
        play.row("B applies with B's payment service", ending, lambda: _page(desk, ending))
        play.picture_of_session(control, "old-desk")
        wrong = f"A: {B.service}" if happens else "nobody"
        play.row("whose points are tied to B's service", wrong, lambda: tied(station.portal))
    control.take()


def _page(desk: SharedBrowser, path: str) -> str:
    desk.control.wait_page(path)
    return str(desk.control.customer()["page"])


def at_the_kiosk(play: Play, terminal: RunningTerminal, press: str) -> None:
    """The same two people at the kiosk."""
    control = terminal.control
    play.row("attract screen", "ready", lambda: _phase(terminal, "ready"))
    play.picture(control, "attract")
    _a_walks_away(play, terminal)
    _b_applies(play, terminal, press)
    play.row("whose points are tied to what", f"B: {B.service}", lambda: tied(terminal.portal))


def _a_walks_away(play: Play, terminal: RunningTerminal) -> None:
    control = terminal.control
    walk.begin(control)
    play.picture(control, "a-place-card")
    walk.log_in(control, A)
    play.row("A logs in", "/measures", lambda: str(control.customer()["page"]))
    play.picture(control, "a-logged-in")
    first = control.terminal()["session"]
    control.take()
    play.row("A walks away with the card: covered at once", "away", lambda: _phase(terminal, "away"))
    play.picture(control, "a-card-away")
    play.row("the session ends by itself", "card_removed, verified", lambda: _last_wipe(terminal, first))
    play.row("attract screen for the next person", "ready", lambda: _phase(terminal, "ready"))
    play.row("B sees nothing of A", "attract", lambda: str(control.customer()["shown"]))
    play.picture(control, "b-sits-down")


def _b_applies(play: Play, terminal: RunningTerminal, press: str) -> None:
    control = terminal.control
    walk.begin(control)
    play.row("B has to log in", "place_card", lambda: str(control.customer()["shown"]))
    walk.log_in(control, B)
    walk.fill_in(control, B)
    play.picture(control, "b-review")
    control.page_press(press)
    play.row("second identity check before it is final", "check", lambda: _shown(terminal, "check"))
    play.row("nothing was sent yet", "nobody", lambda: tied(terminal.portal))
    play.picture(control, "b-second-check")
    walk.pass_check(control, B)
    play.row("B's result", "done", lambda: str(control.customer()["result"]))
    play.picture(control, "b-result")
    session = control.terminal()["session"]
    control.press("finish")
    play.row("finished: wiped and verified", "finished, verified", lambda: _last_wipe(terminal, session))
    play.row("the card still lies there: nobody begins", "take_card", lambda: _phase(terminal, "take_card"))
    play.picture(control, "take-card")
    control.take()
    play.row("card taken", "ready", lambda: _phase(terminal, "ready"))


def _phase(terminal: RunningTerminal, phase: str) -> str:
    terminal.control.wait_phase(phase)
    return str(terminal.control.terminal()["phase"])


def _shown(terminal: RunningTerminal, stage: str) -> str:
    terminal.control.wait_stage(stage)
    return str(terminal.control.customer()["shown"])


def _last_wipe(terminal: RunningTerminal, session: int) -> str:
    """The receipt of the session with this number, once it is there."""
    control = terminal.control
    receipt = control.wait_until("the receipt", lambda: control.receipt_of(session))
    return f"{receipt['reason']}, {'verified' if receipt['verified'] else 'NOT VERIFIED'}"

"""Shows the state of the flow: fills the shown screen, and sets the session mark and the step. Decides nothing."""

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, say
from ui.flow import back, guide, numbering
from ui.flow.events import Overlay, Stage
from ui.flow.guide import Guide
from ui.flow.numbering import Part
from ui.flow.state import Flow
from ui.screens.content import Content
from ui.text import sentences
from ui.window.guide_strip import Words
from ui.window.window import SessionWindow


def show(window: SessionWindow, content: Content) -> None:
    """Show the screen of the stage, or of the overlay over it."""
    name = str(content.flow.shown)
    for shown in filter(None, (window.below_name(), name)):
        window.screens[shown].fill(content)
    window.set_mark(content.mark if content.flow.stage is not Stage.ATTRACT else "")
    window.set_step(*_step(content))
    window.set_part(*bar_words(content.procedures.get(content.flow.procedure), content.flow, content.url))
    window.set_quit(content.flow.may_quit)
    window.set_back(back.target(content.flow) is not None)
    window.lead(guide_words(content.procedures.get(content.flow.procedure), content.flow, content.url))
    if window.current_name() != name:
        window.show_screen(name)
    window.fit_footer()


def show_wrong(window: SessionWindow, content: Content) -> None:
    """Show on the PIN pad that the PIN was wrong, and how many tries are left."""
    from ui.screens.enter_pin import PinScreen

    pad = window.screens[content.flow.shown]
    assert isinstance(pad, PinScreen)
    pad.show_wrong(content.flow.tries or 0)


def guide_words(procedure: Procedure | None, flow: Flow, url: str) -> Words:
    """What the strip says at this moment."""
    found = guide.guide(procedure, flow, url) if procedure else Guide()
    if found.step is None:
        return Words(sentences.hint(found.hint), hint=True)
    staff = sentences.also_in_japanese(found.step.guide_staff, flow.language)
    return Words(say(found.step.guide, flow.language), staff, found.step.guide_arrow)


def bar_words(procedure: Procedure | None, flow: Flow, url: str) -> tuple[tuple[str, ...], int]:
    """The names of the five steps and the current one (-1: none); the portal's own steps are counted in its name."""
    now, names = numbering.part(flow), sentences.part_names()
    if now is None:
        return names, -1
    place = list(Part).index(now)
    found = navigation.step_of(procedure, url) if procedure and now is Part.APPLY else None
    if found and procedure and procedure.steps_total > 1:
        counted = f"{names[place]} {found.number}/{procedure.steps_total}"
        names = (*names[:place], counted, *names[place + 1 :])
    return names, place


def _step(content: Content) -> tuple[int, int, str]:
    flow = content.flow
    if not flow.procedure or flow.overlay not in (Overlay.NONE, Overlay.QUIT_SHEET):
        return 0, 0, ""
    place = numbering.place(content.procedure, flow, content.url)
    if place is None:
        return 0, 0, ""
    label = sentences.step_label(place.own) if place.own else say(place.label or {}, flow.language)
    return place.number, place.total, label

"""「もどる」: one question back, as long as nobody is logged in. Pure.

It spends nothing and forgets nothing of the card: a session that has read a card keeps belonging to it.
"""

from dataclasses import replace

from ui.flow.events import Act, Purpose, Stage
from ui.flow.state import Flow, Step

#: Screen -> the question before it. The card's own screens lead back to the question before the card: with the card
#: still on the reader 「カードを置いてください」 would go on by itself.
BEFORE = {
    Stage.PREPARE: Stage.CHOOSE,
    Stage.PLACE_CARD: Stage.PREPARE,
    Stage.LAST_TRY: Stage.PREPARE,
    Stage.ENTER_PIN: Stage.PREPARE,
}


def target(flow: Flow) -> Stage | None:
    """The screen that 「もどる」 leads to; None where it is not offered.

    Not while the card is in use, under an overlay, after a login, or for a check: those have an application open.
    """
    in_use = flow.busy or flow.reading
    if flow.overlay or in_use or flow.logged_in or flow.asked not in (None, Purpose.LOGIN):
        return None
    return BEFORE.get(flow.stage)


def on_went_back(flow: Flow) -> Step:
    """The step back. Before another procedure is chosen the page of this one is dropped and its request refused."""
    stage = target(flow)
    if stage is None:
        return flow, ()
    back = replace(flow, stage=stage, agreed=False, mistyped=False)
    if stage is not Stage.CHOOSE:
        return back, (Act.CLEAR_PIN,)
    chosen_again = replace(back, procedure="", for_child=False, asked=None)
    return chosen_again, (Act.CLEAR_PIN, Act.REFUSE, Act.DROP_PAGE)

"""A card that was refused while the session belongs to none may go; what was said about it holds for no other card."""

from kiosk.lifecycle.states import ReaderSeen
from kiosk.vocabulary import ReaderState
from tests.unit.lifecycle.test_transitions import BOUND, EMPTY, OTHER, REFUSED, SAME, P, after, at


def test_a_card_that_was_read_after_a_wrong_one_is_the_sessions_and_its_removal_covers() -> None:
    wrong = after(at(P.SERVING, reader=ReaderState.CARD), REFUSED, ReaderSeen(ReaderState.EMPTY, 8))
    assert (wrong.phase, wrong.refused) == (P.SERVING, True)
    right = after(wrong, ReaderSeen(ReaderState.CARD, 9), SAME, BOUND)
    assert (right.phase, right.bound, right.refused) == (P.SERVING, True, False)
    assert after(right, ReaderSeen(ReaderState.EMPTY, 10)).phase is P.AWAY


def test_a_card_that_was_taken_while_it_was_read_uncovers_nothing_that_a_later_card_is_owed() -> None:
    """Two cards come and go while the first one is read: the curtain stays until each of them was judged."""
    away = after(at(P.SERVING, reader=ReaderState.CARD), EMPTY, ReaderSeen(ReaderState.CARD, 9))
    assert (away.phase, away.due) == (P.AWAY, 1)
    assert after(away, REFUSED).phase is P.AWAY
    assert after(away, REFUSED, SAME).phase is P.SERVING
    assert after(away, OTHER).phase is P.WIPING

"""A card that was refused while the session belongs to none may go; what was said about it holds for no other card."""

from kiosk.lifecycle.states import ReaderSeen
from kiosk.vocabulary import ReaderState
from tests.support.lifecycle_play import after, at
from tests.unit.lifecycle.test_transitions import BOUND, EMPTY, OTHER, REFUSED, SAME, P


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


def test_a_card_that_came_after_a_refused_one_is_covered_when_it_is_taken_whatever_the_session_says_of_it() -> None:
    """The second card's PIN is blocked: a problem is shown, and no verdict is given."""
    refused = after(at(P.SERVING, reader=ReaderState.CARD), REFUSED, ReaderSeen(ReaderState.EMPTY, 8))
    second = after(refused, ReaderSeen(ReaderState.CARD, 9), SAME)
    assert (second.phase, second.refused) == (P.SERVING, False)
    assert after(second, ReaderSeen(ReaderState.EMPTY, 10)).phase is P.AWAY
    assert after(second, ReaderSeen(ReaderState.CARD, 11)).phase is P.AWAY, "swapped between two looks"


def test_so_it_is_after_two_cards_of_which_only_the_insertion_counter_tells() -> None:
    second = after(at(P.SERVING, reader=ReaderState.CARD), REFUSED, ReaderSeen(ReaderState.CARD, 9), SAME)
    assert after(second, ReaderSeen(ReaderState.EMPTY, 10)).phase is P.AWAY


def test_so_it_is_when_the_first_one_was_refused_only_after_the_second_one_came() -> None:
    away = after(at(P.SERVING, reader=ReaderState.CARD), EMPTY, ReaderSeen(ReaderState.CARD, 9), REFUSED)
    second = after(away, SAME)
    assert (second.phase, second.refused) == (P.SERVING, False)
    assert after(second, ReaderSeen(ReaderState.EMPTY, 10)).phase is P.AWAY


def test_a_third_card_may_be_changed_like_the_first() -> None:
    refused = after(at(P.SERVING, reader=ReaderState.CARD), REFUSED, ReaderSeen(ReaderState.EMPTY, 8))
    again = after(refused, ReaderSeen(ReaderState.CARD, 9), SAME, REFUSED, ReaderSeen(ReaderState.EMPTY, 10))
    assert (again.phase, again.refused) == (P.SERVING, True)


def test_a_late_word_of_a_binding_covers_all_the_same() -> None:
    refused = after(at(P.SERVING, reader=ReaderState.CARD), REFUSED, ReaderSeen(ReaderState.EMPTY, 8))
    assert after(refused, BOUND).phase is P.AWAY

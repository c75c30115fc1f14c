"""What leads out of service, and what alone leads back."""

from kiosk.failures import FailureName
from kiosk.lifecycle.states import CardCleared, Phase, Refused, SessionOver, StaffUnlocked, WipeFinished
from kiosk.vocabulary import EndReason
from tests.support.lifecycle_play import S, after, at
from tests.unit.lifecycle.test_transitions import broken


def test_a_card_that_kept_its_power_does_not_lead_out_what_only_staff_may_lead_out() -> None:
    """The audit file cannot be written; the wipe after that fails at the card; the card is taken."""
    out = after(at(Phase.SERVING), Refused(FailureName.AUDIT_UNWRITABLE), WipeFinished(S, FailureName.WIPE_CARD))
    assert (out.phase, out.failure) == (Phase.OUT_OF_SERVICE, "audit_unwritable")
    assert after(out, CardCleared()).phase is Phase.OUT_OF_SERVICE
    assert after(out, StaffUnlocked()).phase is Phase.STARTING


def test_a_card_that_heals_itself_does_not_make_the_broken_sessions_unseen() -> None:
    """Two sessions broke; the wipe of the third fails at the card, which is taken: nobody of the staff came."""
    state = broken(broken(at(Phase.PREPARING), None), None)
    third = after(state, SessionOver(state.session, EndReason.SESSION_CRASHED))
    out = after(third, WipeFinished(third.session, FailureName.WIPE_CARD))
    assert (out.phase, out.failure) == (Phase.OUT_OF_SERVICE, "wipe_card")
    healed = after(out, CardCleared())
    healed = after(healed, WipeFinished(healed.session))
    assert (healed.phase, healed.failure) == (Phase.OUT_OF_SERVICE, "sessions_fail")
    assert after(healed, StaffUnlocked()).failed_starts == 0

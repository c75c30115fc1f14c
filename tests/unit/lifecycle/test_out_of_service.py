"""What leads out of service, and what alone leads back."""

from kiosk.failures import FailureName
from kiosk.lifecycle.states import CardCleared, Phase, Refused, StaffUnlocked, WipeFinished
from tests.unit.lifecycle.test_transitions import S, after, at


def test_a_card_that_kept_its_power_does_not_lead_out_what_only_staff_may_lead_out() -> None:
    """The audit file cannot be written; the wipe after that fails at the card; the card is taken."""
    out = after(at(Phase.SERVING), Refused(FailureName.AUDIT_UNWRITABLE), WipeFinished(S, FailureName.WIPE_CARD))
    assert (out.phase, out.failure) == (Phase.OUT_OF_SERVICE, "audit_unwritable")
    assert after(out, CardCleared()).phase is Phase.OUT_OF_SERVICE
    assert after(out, StaffUnlocked()).phase is Phase.STARTING

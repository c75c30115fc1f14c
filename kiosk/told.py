"""What a session tells the supervisor about itself, for the words after its end: closed values, nobody's data."""

from dataclasses import dataclass

from kiosk.failures import FailureName
from kiosk.vocabulary import Colours, Letters, ResultKind


@dataclass(frozen=True)
class Told:
    """The chosen procedure's id, the kind of a result page, and the failure that was shown; empty or None: none.

    ``colours``, ``letters``: those in which the person reads, and so also the words after the end.
    """

    procedure: str = ""
    result: ResultKind | None = None
    failure: FailureName | None = None
    colours: Colours = Colours.NORMAL
    letters: Letters = Letters.NORMAL


#: What is told before a procedure was chosen, and after the words were read.
NOTHING = Told()

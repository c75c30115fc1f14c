"""The closed word lists that cross boundaries: pipe, audit file, screens."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class EndReason(StrEnum):
    """Why a session ended."""

    FINISHED = "finished"
    NEXT_CUSTOMER = "next_customer"
    GIVE_UP = "give_up"
    IDLE = "idle"
    ABSOLUTE_LIMIT = "absolute_limit"
    CARD_REMOVED = "card_removed"
    CARD_CHANGED = "card_changed"
    CARD_UNUSABLE = "card_unusable"
    READER_LOST = "reader_lost"
    SCREEN_LOCKED = "screen_locked"
    DISPLAY_CHANGED = "display_changed"
    SUSPEND = "suspend"
    SHUTDOWN = "shutdown"
    SESSION_CRASHED = "session_crashed"
    SESSION_HUNG = "session_hung"
    RENDERER_DEAD = "renderer_dead"
    HOLD_LOST = "hold_lost"
    PROTOCOL_ERROR = "protocol_error"
    CERTIFICATE_ERROR = "certificate_error"
    PORTAL_FAILED = "portal_failed"
    COMMIT_UNCHECKED = "commit_unchecked"
    SUSPECTED_MIXUP = "suspected_mixup"
    PORTAL_REFUSED = "portal_refused"
    STAFF_ABORT = "staff_abort"
    TERMINAL_FAILED = "terminal_failed"
    RECYCLED = "recycled"


#: Somebody else's data may have been seen, or the portal says what may be somebody else's doing.
SUSPICIONS = frozenset({EndReason.SUSPECTED_MIXUP, EndReason.PORTAL_REFUSED})


#: The wipe tries the portal's own logout only after these (step ``portal_logout``, docs/security-properties.md).
WITH_LOGOUT = frozenset({EndReason.FINISHED, EndReason.NEXT_CUSTOMER, EndReason.GIVE_UP})


@unique
class ReaderState(StrEnum):
    """The state of the bound reader, as the supervisor's presence watch reports it."""

    UNKNOWN = "unknown"
    NO_SERVICE = "no_service"
    NO_READER = "no_reader"
    AMBIGUOUS = "ambiguous"
    EMPTY = "empty"
    CARD = "card"


@unique
class Letters(StrEnum):
    """The size of the letters that a person chose for the screens. The names are those of the style's variants."""

    NORMAL = "normal"
    LARGE = "large_text"
    LARGEST = "largest_text"


@unique
class Colours(StrEnum):
    """The colours that a person chose for the screens. The names are those of the style's variants."""

    NORMAL = "normal"
    HIGH_CONTRAST = "high_contrast"
    WHITE_ON_BLACK = "white_on_black"


@unique
class ReaderShape(StrEnum):
    """What stands on the desk: a reader on which the card lies, or one with a slot, chip up."""

    FLAT = "flat"
    SLOT = "slot"


@unique
class CardVerdict(StrEnum):
    """The session's verdict on a card on the reader: one that was put back, or one that it tried to read."""

    SAME = "same"
    OTHER = "other"
    UNUSABLE = "unusable"
    #: Read: the session belongs to this card from now on.
    BOUND = "bound"
    #: Not a card that can be used; the session belongs to none yet, and another may be placed.
    REFUSED = "refused"


@unique
class Closing(StrEnum):
    """Why staff closed the terminal."""

    PAUSE = "pause"
    DAY = "day"


@unique
class Call(StrEnum):
    """Why the terminal calls its staff. The public screen never says which."""

    PERSON = "person"
    PIN_BLOCKED = "pin_blocked"
    CARD_LEFT = "card_left"
    MIXUP = "mixup"
    #: The city has not read a report of a suspected mix-up.
    REPORT = "report"


@unique
class ResultKind(StrEnum):
    """What a result page of a portal means."""

    DONE = "done"
    NOT_DONE = "not_done"
    UNKNOWN = "unknown"


#: Random picture words, new each session and not derived from the card: a stale session is visible at a glance.
SESSION_MARKS = (
    "umbrella", "apple", "fish", "bell", "star", "leaf", "boat", "key",
    "cup", "moon", "tree", "bird", "flower", "house", "hat", "book",
)  # fmt: skip


@dataclass(frozen=True)
class WipeStep:
    """One step of the wipe.

    ``optional``: the step may be skipped when it has nothing to do; any other step counts as not verified then.
    ``required``: without it the wipe is not verified; the result of any other step is only recorded.
    """

    name: str
    optional: bool = False
    required: bool = True


#: The step that depends on the portal: it may be skipped, and it is in no measurement of the terminal.
PORTAL_LOGOUT = "portal_logout"
#: The steps of the wipe in the order in which they run (docs/security-properties.md). The portal may be down, hang or
#: lie, so nothing depends on its logout.
WIPE_TABLE = (
    WipeStep("curtain"),
    WipeStep(PORTAL_LOGOUT, optional=True, required=False),
    WipeStep("processes"),
    WipeStep("card", optional=True),
    WipeStep("folder"),
    WipeStep("clipboard"),
    WipeStep("print_queue", optional=True),
)
#: Months that closed audit files are kept, unless the configuration says otherwise.
AUDIT_MONTHS = 13
#: The names of the steps.
WIPE_STEPS = tuple(step.name for step in WIPE_TABLE)

"""Exit codes of all programs of the kiosk: the one list. ``docs/operations.md`` explains them to IT."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a process ends with."""

    #: Done; `kiosk run`: stopped in order.
    OK = 0
    #: A check failed: the audit chain does not hold, the staff code was refused.
    CHECK_FAILED = 1
    #: Wrong use or wrong configuration; the message names file, key, value and what is allowed.
    WRONG_USE = 2
    #: `kiosk run` refused to start; every reason is printed.
    REFUSED = 3
    #: `kiosk run` was stopped while out of service.
    OUT_OF_SERVICE = 4
    #: An unexpected reason; type and place are in the log, never a traceback on the screen.
    UNEXPECTED = 70
    #: Only the session process: the supervisor was silent, so it ended itself.
    UNWATCHED = 72

"""The exit codes of every program of the kiosk. ``docs/operations.md`` explains them to IT."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit code of a process."""

    #: Success; for `kiosk run`: an orderly stop.
    OK = 0
    #: A check failed: the audit chain does not hold, the staff code was refused.
    CHECK_FAILED = 1
    #: Wrong use or wrong configuration; the message names file, key, value and what is allowed.
    WRONG_USE = 2
    #: `kiosk run` refused to start; every reason is printed.
    REFUSED = 3
    #: `kiosk run` was stopped while out of service.
    OUT_OF_SERVICE = 4
    #: `kiosk survey`: at least one suspected mix-up is in the audit files.
    FOUND = 5
    #: `kiosk survey`: no suspected mix-up, but for some days or terminals nothing can be confirmed.
    UNCONFIRMED = 6
    #: An unhandled exception; the log has its type and place, and no traceback is printed.
    UNEXPECTED = 70
    #: Session process only: it ended itself because it heard nothing from the supervisor (docs/protocol.md).
    UNWATCHED = 72

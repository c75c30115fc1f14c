"""The numbers of a terminal's reports, one after the other, over restarts: a report that never arrived leaves a gap."""

import json
from pathlib import Path

import structlog

from kiosk.system.whole_file import write_file

_FILE = "report-number.json"


def last_number(data_folder: Path) -> int:
    """The number of the last report; 0 without one. Raises ValueError when the file is damaged, OSError unreadable."""
    try:
        text = (data_folder / _FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return 0
    try:
        number = json.loads(text)["last"]
    except (KeyError, TypeError) as error:
        raise ValueError(_FILE) from error
    if type(number) is not int or number < 0:
        raise ValueError(_FILE)
    return number


class ReportNumbers:
    """Gives each report its number. A file that fails stops no report: the numbers go on from what is known here."""

    def __init__(self, data_folder: Path, at_least: int = 0) -> None:
        """``at_least``: the highest number known from elsewhere, should the file be lost."""
        self._folder, self._log = data_folder, structlog.get_logger("report_number")
        try:
            self._last = max(last_number(data_folder), at_least)
        except (OSError, ValueError) as error:
            self._log.error("report_number", kind=type(error).__name__)
            self._last = at_least

    def next(self) -> int:
        """The number of a new report, written to the disk before anybody sees it."""
        self._last += 1
        try:
            write_file(self._folder / _FILE, json.dumps({"last": self._last}).encode())
        except OSError as error:
            self._log.error("report_number", kind=type(error).__name__)
        return self._last


def number_text(terminal: str, number: int) -> str:
    """``3-0017``, as it is printed."""
    return f"{terminal}-{number:04}"

"""The terminal as reports name it, and the folder they are written to."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.audit.key import PublicKey


@dataclass(frozen=True)
class Place:
    """One terminal in its reports. ``titles``: procedure id -> Japanese title; ``folder``: of the reports.

    ``city_keys``: who may acknowledge a report; ``unread_limit``: seconds after which one without that calls staff.
    """

    terminal: str
    city: str
    window: str
    training: bool
    data_folder: Path
    folder: Path
    titles: Mapping[str, str]
    city_keys: tuple[PublicKey, ...] = ()
    unread_limit: float = 1800.0

    def open_folder(self) -> Path:
        """The report folder, made if it is in the data folder; one that IT configured elsewhere must exist.

        Raises OSError.
        """
        if self.folder.is_relative_to(self.data_folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder

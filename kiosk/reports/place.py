"""What a report says of where it was written, and where it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """One terminal as its reports name it. ``titles``: procedure id -> Japanese title; ``folder``: where they go."""

    terminal: str
    city: str
    window: str
    training: bool
    data_folder: Path
    folder: Path
    titles: Mapping[str, str]

    def open_folder(self) -> Path:
        """The folder of the reports. Only one in the data folder is made: what IT named must exist. Raises OSError."""
        if self.folder.is_relative_to(self.data_folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder

"""Records of terminals for the survey, and the survey itself as IT calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.survey import paper
from kiosk.survey.command import main
from tests.support.recorder import Recorder

#: The morning of the incident, a Monday.
MORNING = datetime.fromisoformat("2022-09-12T08:30")


@dataclass
class City:
    """Terminals in one folder, and the list that names them."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def __post_init__(self) -> None:
        self.terminals: dict[str, tuple[Recorder, str]] = {}
        self.out = self.err = ""

    def terminal(self, name: str = "nishi-1", window: str = "西庁舎1階", first: datetime = MORNING) -> Recorder:
        """A new terminal that was switched on."""
        recorder = Recorder(self.folder / "files" / name, name, first)
        recorder.start()
        self.terminals[name] = (recorder, window)
        return recorder

    def register(self, *more: str) -> Path:
        """Close the files and write the list of terminals, with ``more`` lines after it."""
        rows = []
        for name, (recorder, window) in self.terminals.items():
            recorder.close()
            (self.folder / f"{name}.pem").write_text(recorder.signer.public.pem(), encoding="ascii")
            rows.append(f'[[terminal]]\nid = "{name}"\nwindow = "{window}"\npublic_key = "{name}.pem"\n')
        file = self.folder / "terminals.toml"
        file.write_text("\n".join([*rows, *more]), encoding="utf-8")
        return file

    def survey(self, *words: str, register: bool = True) -> int:
        """Run ``kiosk survey`` over the files; its exit code."""
        listed = ["--register", str(self.register())] if register else []
        code = main([str(self.folder / "files"), *listed, *words])
        self.out, self.err = self.capsys.readouterr()
        return code

    def section(self, title: str) -> list[str]:
        """The rows of one table of the output, without its head."""
        lines = self.out.split(f"■ {title}（")[1].split("■")[0].splitlines()
        return [] if "  なし" in lines else [line.strip() for line in lines[1:] if line.strip()]

    def path(self, name: str = "nishi-1") -> Path:
        """The audit file of a terminal."""
        return self.terminals[name][0].path

    def edit(self, change: Callable[[list[bytes]], list[bytes]], name: str = "nishi-1") -> None:
        """Change the lines of a terminal's file after it was written."""
        self.terminals[name][0].close()
        lines = self.path(name).read_bytes().splitlines(keepends=True)
        self.path(name).write_bytes(b"".join(change(lines)))


@pytest.fixture
def city(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> City:
    """A city without terminals, and a screen on which a row is one line."""
    monkeypatch.setattr(paper, "CELL", 10_000)
    return City(tmp_path, capsys)

"""A file is there whole or not at all, also after a power cut."""

import os
import stat
from pathlib import Path

import pytest

from kiosk.system.whole_file import write_file


def test_an_interrupted_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.json"
    write_file(file, b"old")

    def fail(_: int) -> None:
        raise OSError("power")

    monkeypatch.setattr("kiosk.system.whole_file.os.fsync", fail)
    with pytest.raises(OSError, match="power"):
        write_file(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="a folder has no handle of its own elsewhere")
def test_a_report_that_is_written_is_still_there_after_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is synced, then the folder that holds its name."""
    synced: list[bool] = []
    monkeypatch.setattr(
        "kiosk.system.whole_file.os.fsync", lambda number: synced.append(stat.S_ISDIR(os.fstat(number).st_mode))
    )
    write_file(tmp_path / "report.json", b"new")
    assert synced == [False, True]

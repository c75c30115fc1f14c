"""That the terminal is closed is kept over a restart, and a damaged file keeps it closed."""

from pathlib import Path

import pytest

from kiosk.supervisor import closing_file
from kiosk.vocabulary import Closing


def test_what_staff_closed_is_closed_after_a_restart(tmp_path: Path) -> None:
    assert closing_file.read(tmp_path) == (None, "")
    closing_file.write(tmp_path, Closing.PAUSE, "13:00")
    assert closing_file.read(tmp_path) == (Closing.PAUSE, "13:00")
    closing_file.write(tmp_path, None, "")
    assert closing_file.read(tmp_path) == (None, "")


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"closing":"never","until":""}', '{"closing":"day"}', "\xff"])
def test_a_damaged_file_keeps_the_terminal_closed(tmp_path: Path, damaged: str) -> None:
    (tmp_path / closing_file.NAME).write_text(damaged, encoding="utf-8")
    assert closing_file.read(tmp_path) == (Closing.DAY, "")

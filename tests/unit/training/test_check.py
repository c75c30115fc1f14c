"""始業点検 on the training terminal: run as the staff panel runs it, it sees what the training panel breaks."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.processes import start as processes
from kiosk.training.base.program import argv_of
from kiosk.training.base.settings import make_settings
from kiosk.training.station import Station


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(make_settings(tmp_path / "training"))
    (made.settings.root / "data").mkdir(mode=0o700)
    yield made
    made.close_portal()


def check(station: Station) -> dict[str, dict[str, Any]]:
    """The rows by name, from the process that the panel starts, in the environment it starts it in."""
    environment = processes.session_environment(os.environ)
    helper = processes.start_helper(argv_of("check", station.settings), environment, stdout=subprocess.PIPE)
    output, _ = helper.communicate(timeout=30)
    return {row["check"]: row for row in json.loads(output)["rows"]}


@pytest.mark.slow
def test_a_training_terminal_is_fit_and_what_is_broken_on_it_is_found(station: Station) -> None:
    found = check(station)
    assert {name for name, row in found.items() if row["result"] != "ok"} == {"desk"}, "no city has checked its lines"
    station.reader.unplug()
    station.close_portal()
    found = check(station)
    assert "カードリーダーが見つかりません" in found["reader"]["japanese"]
    assert "申込みのページにつながりません" in found["portal:points"]["japanese"]
    assert (found["pcsc"]["result"], found["data_folder"]["result"]) == ("ok", "ok")

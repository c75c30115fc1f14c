"""The wheel holds the program and its training part, and nothing that only developers use."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from run import ROOT, find_uv
from tests.rules.layers import ROOMS, folder_of
from tests.rules.sources import product

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

#: Words in the names of what measures, attacks, draws and documents the program.
EQUIPMENT = ("bench", "soak", "gallery", "canary", "hostile", "faults", "gui_probe", "linguist", "diagram", "scenarios")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of all files in a freshly built wheel."""
    place = tmp_path_factory.mktemp("wheel")
    environment = {"UV_SYSTEM_CERTS": "1", **os.environ}
    command = [find_uv(), "build", "--wheel", "--quiet", "--out-dir", str(place), str(ROOT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr[-2000:]
    (wheel,) = Path(place).glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_program_and_its_data_are_in_it(names: list[str]) -> None:
    assert {"kiosk/wipe/steps.py", "ui/terminal/root.py", "resources/failures.toml"} <= set(names)


def test_nothing_else_is_in_it(names: list[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kiosk", "ui", "resources"}


def test_its_modules_are_those_of_the_rooms(names: list[str]) -> None:
    """Every module lies in a room of the table of layers, and no module of a room is missing."""
    modules = {name for name in names if name.endswith(".py")}
    assert not {name for name in modules if folder_of(name) not in ROOMS}
    assert modules == {source.path for source in product()}


@pytest.mark.parametrize("word", EQUIPMENT)
def test_no_equipment_of_developers_is_in_it(names: list[str], word: str) -> None:
    of_the_portal = "kiosk/training/portal/faults.py"  # the portal's own bad days, part of the drill
    assert not [name for name in names if word in name and name != of_the_portal]

"""The engine's database of the city's authorities: made anew at each start, and gone with the setting."""

import stat
import subprocess
from pathlib import Path

import pytest

from kiosk import __main__ as root
from kiosk.config.settings import Config, load_config
from kiosk.trust import store
from tests.support import needs
from tests.support.authority import Authority

pytestmark = needs.programs("certutil")


def configured(folder: Path, *lines: str) -> Config:
    """The settings of a terminal whose data folder is there."""
    (folder / "data").mkdir(exist_ok=True)
    file = folder / "kiosk.toml"
    file.write_text('data_folder = "data"\n' + "\n".join(lines))
    return load_config(file)


def trusted(database: Path) -> list[str]:
    """The names and flags that NSS itself reads there."""
    read = ["certutil", "-d", f"sql:{database}", "-L"]
    lines = subprocess.run(read, capture_output=True, text=True, check=True).stdout.splitlines()
    return [" ".join(line.split()) for line in lines if ",," in line]


def test_it_is_made_anew_at_each_start_and_is_gone_with_the_setting(tmp_path: Path) -> None:
    with_two = configured(tmp_path, "[network]", 'authorities = "."')
    for name in ("first", "second"):
        Authority(tmp_path, name)
    place = root._trust_store(with_two)
    assert place == with_two.data_folder / "nssdb"
    assert trusted(place) == ["authority 1 C,,", "authority 2 C,,"]
    (tmp_path / "second.pem").unlink()
    assert root._trust_store(with_two) == place
    assert trusted(place) == ["authority 1 C,,"]
    assert root._trust_store(configured(tmp_path)) is None
    assert not place.exists()


def test_a_session_gets_a_copy_that_nobody_else_can_read(tmp_path: Path) -> None:
    store.make(tmp_path / "made", [Authority(tmp_path, "city").pem.read_text()])
    home = tmp_path / "home"
    store.give(tmp_path / "made", home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert trusted(home / ".pki" / "nssdb") == ["authority 1 C,,"]


def test_what_nss_does_not_take_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="certutil ended with code"):
        store.make(tmp_path / "made", ["no certificate"])

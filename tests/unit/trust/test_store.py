"""The engine's database of the city's authorities: made anew at each start, and gone with the setting."""

import stat
import subprocess
from pathlib import Path

import pytest

from kiosk import __main__ as root
from kiosk.config.settings import Config, load_config
from kiosk.desk import Desk
from kiosk.trust import store
from tests.support import needs
from tests.support.authority import Authority
from ui.terminal.root import Root

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
    place = tmp_path / "nssdb"
    first, second = (Authority(tmp_path, name).pem.read_text() for name in ("first", "second"))
    store.renew(place, [first, second])
    assert trusted(place) == ["authority 1 C,,", "authority 2 C,,"]
    store.renew(place, [first])
    assert trusted(place) == ["authority 1 C,,"]
    store.renew(place, [])
    assert not place.exists()


def test_a_kiosk_that_starts_gets_what_was_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is made before the lock of the data folder is held: the kiosk that runs copies from there."""
    served: list[Root] = []
    monkeypatch.setattr("kiosk.system.logs.configure", lambda *_: None)
    monkeypatch.setattr("ui.terminal.root.run_terminal", served.append)
    Authority(tmp_path, "city")
    root.run_kiosk(configured(tmp_path, "[network]", 'authorities = "city.pem"'), (), Desk())
    place = served[0].settings.authorities
    assert place == tmp_path / "data" / "nssdb"
    assert not place.exists()
    served[0].prepare()
    assert trusted(place) == ["authority 1 C,,"]
    root.run_kiosk(configured(tmp_path), (), Desk())
    assert served[1].settings.authorities is None


def test_a_session_gets_a_copy_that_nobody_else_can_read(tmp_path: Path) -> None:
    store.make(tmp_path / "made", [Authority(tmp_path, "city").pem.read_text()])
    home = tmp_path / "home"
    store.give(tmp_path / "made", home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert trusted(home / ".pki" / "nssdb") == ["authority 1 C,,"]


def test_what_nss_does_not_take_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="certutil ended with code"):
        store.make(tmp_path / "made", ["no certificate"])

"""The authorities that the city adds: what is accepted, and the sentence for everything else."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.config.settings import ConfigError, load_config
from kiosk.doctor.refusals import untrusted
from kiosk.doctor.rows import Result
from kiosk.doctor.settings import authorities as row
from kiosk.trust import store as trust_store
from kiosk.trust.authorities import MAX_BYTES, MOST, read_authorities
from tests.support.authority import Authority

NOW = datetime.now(UTC)


@pytest.fixture
def city(tmp_path: Path) -> Authority:
    """An authority whose certificate is ``city.pem``; it is valid for 30 days."""
    return Authority(tmp_path, "city")


def configured(folder: Path, value: str = "city.pem") -> Path:
    """A kiosk.toml in this folder with the setting; relative paths are relative to it."""
    file = folder / "kiosk.toml"
    file.write_text(f'[network]\nauthorities = "{value}"\n')
    return file


def refused(folder: Path, value: str = "city.pem", now: datetime = NOW) -> str:
    """The sentence."""
    with pytest.raises(ConfigError) as error:
        read_authorities(load_config(configured(folder, value)), now)
    return str(error.value)


def test_without_the_setting_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("")
    assert read_authorities(load_config(tmp_path / "kiosk.toml"), NOW) == ()


def test_a_file_and_a_folder(tmp_path: Path, city: Authority) -> None:
    alone = read_authorities(load_config(configured(tmp_path)), NOW)
    assert [(item.file, item.name) for item in alone] == [(city.pem, "CN=city")]
    folder = tmp_path / "authorities"
    folder.mkdir()
    (folder / "both.crt").write_bytes(city.pem.read_bytes() + Authority(tmp_path, "second").pem.read_bytes())
    (folder / "note.txt").write_text("not read")
    names = [item.name for item in read_authorities(load_config(configured(tmp_path, "authorities")), NOW)]
    assert names == ["CN=city", "CN=second"]


def test_what_is_no_authority(tmp_path: Path, city: Authority) -> None:
    server = city.issue("server")
    assert "there is a private key in it" in refused(tmp_path, "server.pem")
    lines = server.read_text()
    server.write_text(lines[lines.index("-----BEGIN CERTIFICATE") :])
    assert refused(tmp_path, "server.pem").startswith(f"{server}: CN=server is no authority (CA:TRUE is missing)")


@pytest.mark.parametrize(("days", "words"), [(31, "ended on"), (-61, "is valid from")])
def test_dates_are_told_with_the_clock(tmp_path: Path, city: Authority, days: int, words: str) -> None:
    now = NOW + timedelta(days=days)
    told = refused(tmp_path, now=now)
    assert told.startswith(f"{city.pem}: CN=city {words}")
    assert f"this clock says {now:%Y-%m-%d}" in told


def test_files_that_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "city.pem"
    assert "there is no such file" in refused(tmp_path)
    os.mkfifo(file)
    assert "not a regular file" in refused(tmp_path)
    file.unlink()
    file.write_bytes(b"-" * (MAX_BYTES + 1))
    assert "more than 200,000 bytes" in refused(tmp_path)
    file.write_bytes(b"\x30\x82")
    assert refused(tmp_path) == f"{file}: it is not in PEM form; needed: certificates of authorities in PEM form"
    file.unlink()
    file.mkdir()
    assert "there is no certificate" in refused(tmp_path)


def test_the_whole_world_is_not_accepted(tmp_path: Path, city: Authority) -> None:
    city.pem.write_bytes(city.pem.read_bytes() * (MOST + 1))
    assert f"at most {MOST}" in refused(tmp_path)


def test_windows_has_its_own_store(tmp_path: Path, city: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    assert city.pem.exists()
    monkeypatch.setattr("kiosk.trust.authorities.sys.platform", "win32")
    assert "the machine's store" in refused(tmp_path)


def test_without_the_tool_the_start_is_refused(
    tmp_path: Path, city: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert city.pem.exists()
    config = load_config(configured(tmp_path))
    monkeypatch.setattr(trust_store, "tool", lambda: "/usr/bin/certutil")
    assert untrusted(config) == ""
    monkeypatch.setattr(trust_store, "tool", lambda: None)
    assert "install the package libnss3-tools" in untrusted(config)


def test_the_doctor_warns_in_time_and_sees_who_could_change_it(
    tmp_path: Path, city: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust_store, "tool", lambda: "/usr/bin/certutil")
    config = load_config(configured(tmp_path))
    assert row(config, NOW - timedelta(days=2)).result is Result.OK
    soon = row(config, NOW + timedelta(days=1))
    assert (soon.result, "get the next certificate of CN=city" in soon.to_do) == (Result.WARN, True)
    city.pem.chmod(0o666)
    loose = row(config, NOW)
    assert (loose.result, loose.to_do) == (Result.FAIL, f"as root: chmod 644 {city.pem}")
    city.pem.write_text("x")
    assert row(config, NOW).result is Result.FAIL

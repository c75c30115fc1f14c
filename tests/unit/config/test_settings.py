"""kiosk.toml: what is read, what is refused, and the sentence about it."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from kiosk.config import settings as config_module
from kiosk.config.settings import Config, ConfigError, Timers, explain, load_config


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The path of a kiosk.toml that does not exist yet."""
    return tmp_path / "kiosk.toml"


def refused(file: Path, text: str) -> ConfigError:
    """The error for a file of this text."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    return caught.value


def test_without_a_file_there_are_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(config_module, "DEFAULT_FILE", tmp_path / "none.toml")
    config = load_config(None)
    assert config.file is None
    assert {source for _, _, source in explain(config)} == {"default"}


def test_values_and_their_sources(file: Path) -> None:
    file.write_text('terminal_id = "city-3"\ndata_folder = "data"\n[timers]\nidle = 40\n', encoding="utf-8")
    config = load_config(file)
    assert (config.terminal_id, config.timers.idle, config.timers.warning) == ("city-3", 40, 30)
    assert config.data_folder == file.parent / "data"
    given = {key: value for key, value, source in explain(config) if source == str(file)}
    assert given == {"terminal_id": "city-3", "data_folder": str(file.parent / "data"), "timers.idle": "40 s"}


def test_the_environment_is_no_source(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERMINAL_ID", "from-outside")
    monkeypatch.setenv("terminal_id", "from-outside")
    file.write_text("", encoding="utf-8")
    assert load_config(file).terminal_id == "kiosk-1"
    assert Config().terminal_id == "kiosk-1"


@pytest.mark.parametrize(
    ("text", "key", "value", "allowed"),
    [
        ('terminal_id = "a b"', "terminal_id", "'a b'", "letters"),
        ('reader_shape = "tray"', "reader_shape", "'tray'", "'flat' or 'slot'"),
        ("[timers]\nidle = 5", "timers.idle", "5", "30 to 300 seconds"),
        ("[timers]\nwarning = 61", "timers.warning", "61", "20 to 60 seconds"),
        ("[timers]\nidle = true", "timers.idle", "True", "30 to 300 seconds"),
        ("[timers]\nidle = nan", "timers.idle", "nan", "30 to 300 seconds"),
        ("[timers]\nspeed = 1", "timers.speed", "1", "no key of this name"),
        ("speed = 1", "speed", "1", "no key of this name"),
        ("timers = 3", "timers", "3", "a table"),
        ('log_level = "LOUD"', "log_level", "'LOUD'", "'DEBUG', 'INFO' or 'WARNING'"),
        ('languages = ["ja", "fr"]', "languages.1", "'fr'", "one of 'ja', 'ja-easy', 'en'"),
        ('languages = ["en"]', "languages", "['en']", '"ja" first'),
        ('disable_gpu = "yes"', "disable_gpu", "'yes'", "true or false"),
        ("data_folder = 3", "data_folder", "3", "a path in quotes"),
        ('hardware_key = "A"', "hardware_key", "'A'", "F1 to F24"),
        ('city = "市\\n"', "city", "'市\\n'", "one line"),
    ],
)
def test_a_wrong_value_names_file_key_value_and_what_is_allowed(
    file: Path, text: str, key: str, value: str, allowed: str
) -> None:
    error = refused(file, text)
    assert (error.file, error.key, error.value) == (str(file), key, value)
    assert allowed in error.allowed
    assert all(part in str(error) for part in (str(file), key, value, allowed))
    assert error.failure == "config_wrong"


def test_a_wrong_hash_is_not_repeated(file: Path) -> None:
    assert "123456" not in str(refused(file, 'staff_code_hash = "123456"'))


@pytest.mark.parametrize("text", ["x", 'city = "', "[timers"])
def test_a_file_that_is_no_toml_is_named(file: Path, text: str) -> None:
    assert str(file) in str(refused(file, text))


def test_a_missing_file_and_a_wrong_encoding_are_named(file: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_config(file)
    file.write_bytes(b"city = '\xff'")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_config(file)


def test_it_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Config().terminal_id = "x"


@pytest.mark.parametrize("name", Timers.model_fields)
def test_every_timer_has_a_default_within_a_locked_range(name: str) -> None:
    low, high = Timers.model_fields[name].metadata
    assert low.ge <= getattr(Timers(), name) <= high.le


def test_the_ranges_of_the_design() -> None:
    ranges = {name: tuple(int(getattr(m, k)) for m, k in zip(f.metadata, ("ge", "le"), strict=True))
              for name, f in Timers.model_fields.items()}  # fmt: skip
    assert ranges == {
        "idle": (30, 300),
        "warning": (20, 60),
        "pin_idle": (20, 120),
        "card_grace": (0, 15),
        "completion": (60, 300),
        "check_window": (20, 180),
        "waiting": (120, 600),
        "absolute": (600, 3600),
        "wipe_limit": (5, 30),
        "report_unread": (300, 86400),
    }

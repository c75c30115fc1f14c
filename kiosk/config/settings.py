"""The configuration of one terminal: ``kiosk.toml``, checked whole, frozen, with the source of every value.

A value of kiosk.toml replaces the default. Environment variables and ``.env`` files are not read.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from kiosk.config import access, wording
from kiosk.config.plain_text import plain
from kiosk.config.toml_file import NotToml, read_toml
from kiosk.failures import FailureName
from kiosk.languages import SOURCE_LANGUAGE, codes
from kiosk.network import setting as proxy_setting
from kiosk.vocabulary import AUDIT_MONTHS

#: Where IT puts the machine's settings (writable for administrators only), and where the kiosk keeps its data.
MACHINE_FOLDER = Path("C:/ProgramData/MadoguchiKiosk" if sys.platform == "win32" else "/etc/madoguchi-kiosk")
STATE_FOLDER = Path("C:/ProgramData/MadoguchiKiosk/data" if sys.platform == "win32" else "/var/lib/madoguchi-kiosk")
DEFAULT_FILE = MACHINE_FOLDER / "kiosk.toml"
#: Where the making of a first terminal is described.
MANUAL = "docs/install-windows.md" if sys.platform == "win32" else "docs/install-linux.md"


class ConfigError(Exception):
    """A wrong value in a configuration file, with file, key, value and what is allowed."""

    failure = FailureName.CONFIG_WRONG

    def __init__(self, file: Path | str, key: str, value: str, allowed: str) -> None:
        self.file, self.key, self.value, self.allowed = str(file), key, value, allowed
        super().__init__(wording.sentence(self.file, key, value, allowed))


def no_file() -> ConfigError:
    """The error of a command that needs the machine's own file when it does not exist."""
    return ConfigError(DEFAULT_FILE, "", "there is no such file", f"the terminal's settings ({MANUAL})")


def unreadable(file: Path, error: Exception, kind: type[ConfigError] = ConfigError) -> ConfigError:
    """The error of this ``kind`` for a file that cannot be read; where a folder is in the way, that folder is named."""
    if isinstance(error, PermissionError):
        barred = access.barred(file)
        why = f"this user may not {'look into' if barred.is_dir() else 'read'} it"
        return kind(barred, "", why, access.MODES)
    return kind(file, "", wording.reading(error), "a readable TOML file in UTF-8")


def Seconds(default: float, low: float, high: float, meaning: str) -> Any:  # noqa: N802 - reads as the type it declares
    """A time limit in seconds with its fixed range."""
    return Field(default=default, ge=low, le=high, description=meaning)


class Timers(BaseModel):
    """Time limits in seconds. The ranges are fixed, so that no setting can switch the protection off."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    idle: float = Seconds(90, 30, 300, "no input until the idle warning")
    warning: float = Seconds(30, 20, 60, "idle warning until the wipe")
    pin_idle: float = Seconds(45, 20, 120, "no key on the PIN pad until its digits are cleared")
    card_grace: float = Seconds(10, 0, 15, "a card may be away this long; the screen is covered at once")
    completion: float = Seconds(60, 60, 300, "a result or problem stays on the screen without input")
    check_window: float = Seconds(60, 20, 180, "time for the second identity check, whoever asks for it")
    waiting: float = Seconds(300, 120, 600, "no input while somebody waits for staff")
    absolute: float = Seconds(1800, 600, 3600, "the longest session")
    wipe_limit: float = Seconds(10, 5, 30, "a wipe must be verified within this time, else out of service")
    report_unread: float = Seconds(1800, 300, 86400, "a report that the city has not read calls staff again")


def _proxy(text: str) -> str:
    try:
        proxy_setting.read_setting(text)
    except ValueError:
        raise wording.not_allowed(proxy_setting.ALLOWED) from None
    return text


_KEY = r"^$|^((Ctrl|Alt|Shift)\+){0,3}(F([1-9]|1[0-9]|2[0-4])|Pause|ScrollLock|Insert)$"
_HASH = r"^$|^scrypt\$[0-9]{1,2}\$[0-9]{1,2}\$[0-9]{1,2}\$[A-Za-z0-9+/=]{22,64}\$[A-Za-z0-9+/=]{43,128}$"
#: No control character: "\\t" and "\\r" in a path of Windows are a tab and a carriage return for TOML.
_LONGEST_PATH, _LONGEST_NAME = 1024, 255
_ONE_LINE = r"^[^\x00-\x1f\x7f]*$"
_AS_IT_STANDS = r"in single quotes, where \ needs no other: 'C:\…', '\\server\…'"


def _plain_path(path: Path) -> Path:
    if re.search(r"[\x00-\x1f\x7f]", str(path)):
        raise wording.not_allowed(f"a path without control characters, {_AS_IT_STANDS}")
    if len(str(path)) > _LONGEST_PATH or any(len(os.fsencode(part)) > _LONGEST_NAME for part in path.parts):
        raise wording.not_allowed(f"at most {_LONGEST_PATH} characters, each name at most {_LONGEST_NAME} bytes")
    return path


def _plain_text_of_path(text: str) -> str:
    _plain_path(Path(text))
    return text


Folder = Annotated[Path, Field(strict=False), AfterValidator(_plain_path)]
PathText = Annotated[str, AfterValidator(_plain_text_of_path)]
DeviceName = Annotated[str, Field(max_length=128, pattern=_ONE_LINE)]
Name = Annotated[str, Field(max_length=60), AfterValidator(plain)]


class Network(BaseModel):
    """By which way the portals are reached, and whom the city trusts besides (``kiosk.trust.authorities``)."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    proxy: Annotated[str, Field(max_length=1100), AfterValidator(_proxy)] = "none"
    authorities: PathText = ""


_FOLDERS = ("procedures_folder", "data_folder", "report_folder")

#: What is allowed, in words, for the keys whose rule is a regular expression or a range.
_WORDS = {
    "terminal_id": "1 to 32 of the letters A-Z a-z, digits, - and _",
    "phone": "digits, + - and spaces, at most 20",
    "reader_name": f"a name of at most 128 characters without control characters, {_AS_IT_STANDS}",
    "printer": f"a name of at most 128 characters without control characters, {_AS_IT_STANDS}",
    "audit_months": "3 to 60 months",
    "hardware_key": 'F1 to F24, Pause, ScrollLock or Insert, with Ctrl+ Alt+ Shift+ before it, or "" for none',
    "staff_key": 'F1 to F24, Pause, ScrollLock or Insert, with Ctrl+ Alt+ Shift+ before it, or "" for none',
    "sound_volume": "0 (off) to 100",
    "call_volume": "0 (off) to 100",
    "network.proxy": proxy_setting.ALLOWED,
    "staff_code_hash": "the line that `kiosk staff-code hash` prints",
}


def _language(code: str) -> str:
    if code not in codes():
        raise wording.not_allowed("one of " + ", ".join(map(repr, codes())))
    return code


def _with_japanese(languages: tuple[str, ...]) -> tuple[str, ...]:
    if languages[:1] != (SOURCE_LANGUAGE,) or len(set(languages)) != len(languages):
        raise wording.not_allowed('"ja" first, then others, each once')
    return languages


Language = Annotated[str, AfterValidator(_language)]
Languages = Annotated[tuple[Language, ...], Field(strict=False), AfterValidator(_with_japanese)]


class Config(BaseSettings):
    """All settings of a terminal. Training and tests make theirs with ``Config(key=value)``."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, strict=True)
    secret_keys: ClassVar[frozenset[str]] = frozenset({"staff_code_hash"})
    #: The keys and values of the file that is being read.
    from_file: ClassVar[dict[str, Any]] = {}

    terminal_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")] = "kiosk-1"
    city: Name = ""
    window: Name = ""
    phone: Annotated[str, Field(pattern=r"^[0-9+ -]{0,20}$")] = ""
    languages: Languages = codes()
    reader_name: DeviceName = ""
    reader_shape: Literal["flat", "slot"] = "flat"
    timers: Timers = Timers()
    network: Network = Network()
    hardware_key: Annotated[str, Field(pattern=_KEY)] = "F12"
    staff_key: Annotated[str, Field(pattern=_KEY)] = "Shift+F12"
    reduced_motion: bool = False
    sound_volume: Annotated[int, Field(ge=0, le=100)] = 60
    call_volume: Annotated[int, Field(ge=0, le=100)] = 100
    procedures_folder: Folder = MACHINE_FOLDER / "procedures"
    data_folder: Folder = STATE_FOLDER
    report_folder: Folder = Field(default_factory=lambda given: given["data_folder"] / "reports", strict=False)
    audit_months: Annotated[int, Field(ge=3, le=60)] = AUDIT_MONTHS
    log_level: Literal["DEBUG", "INFO", "WARNING"] = "INFO"
    disable_gpu: bool = False
    hardware_keyboard: bool = True
    printer: DeviceName = ""
    staff_code_hash: Annotated[str, Field(pattern=_HASH)] = ""

    _file: Path | None = PrivateAttr(default=None)

    @property
    def file(self) -> Path | None:
        """The file that these settings were read from; None: defaults only."""
        return self._file

    @property
    def authorities(self) -> Path | None:
        """The file or folder of ``network.authorities``; None: not set. Relative to the folder of the file."""
        given = self.network.authorities
        return _beside(self._file or DEFAULT_FILE, Path(given)) if given else None

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *_: Any, **__: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The sources: arguments and file. The environment is none."""
        return (init_settings, InitSettingsSource(settings_cls, cls.from_file))


def load_config(path: Path | None = None) -> Config:
    """Read and check the file; None: the machine's own file, or the defaults if it does not exist.

    Relative folders are relative to the folder of the file. Raises ConfigError.
    """
    file = Path(path or DEFAULT_FILE).absolute()
    if path is None and not _is_there(file):
        return Config()
    config = _checked(file)
    given = config.model_fields_set
    relative = [key for key in _FOLDERS if key in given | {"report_folder"}]
    config = config.model_copy(update={key: _beside(file, getattr(config, key)) for key in relative})
    config.model_fields_set.intersection_update(given)
    config._file = file
    return config


def _checked(file: Path) -> Config:
    try:
        # No arguments of the constructor: a key of pydantic's own would change from where it reads.
        made: Config = type("Config", (Config,), {"from_file": read_toml(file), "__module__": __name__})()
    except ValidationError as error:
        raise first_problem(file, error, _WORDS | _ranges(), Config.secret_keys) from None
    except (OSError, NotToml) as error:
        raise unreadable(file, error) from None
    return made


def _is_there(file: Path) -> bool:
    try:
        return access.is_there(file)
    except OSError as error:
        raise unreadable(file, error) from None


def _beside(file: Path, folder: Path) -> Path:
    return Path(os.path.normpath(file.parent / folder))


def _ranges() -> dict[str, str]:
    """Timer -> its range in words."""
    limits = {name: field.metadata for name, field in Timers.model_fields.items()}
    return {f"timers.{name}": f"{low.ge:g} to {high.le:g} seconds" for name, (low, high) in limits.items()}


def first_problem(
    file: Path,
    error: ValidationError,
    words: Mapping[str, str],
    secret: Iterable[str] = (),
    kind: type[ConfigError] = ConfigError,
) -> ConfigError:
    """The first finding of pydantic as an error of this ``kind``. Values of keys in ``secret`` are not shown."""
    finding = error.errors()[0]
    rule, context = finding["type"], finding.get("ctx", {})
    field = ".".join(str(part) for part in finding["loc"])
    key, found = wording.place(rule, context, field, finding["input"])
    value = "(not shown)" if key in secret else wording.shown(rule, found)
    known = words.get(key) if rule != "missing" else None
    return kind(file, key, value, known or wording.allowed(rule, context, finding["msg"]))


def explain(config: Config) -> list[tuple[str, str, str]]:
    """Rows (key, value, source) of all settings, in the order of ``Config``."""
    rows = []
    for key in type(config).model_fields:
        if key in ("timers", "network"):
            rows += _table_rows(config, key)
        else:
            rows.append((key, _plain(config, key), _source(config, key in config.model_fields_set)))
    return rows


def _table_rows(config: Config, key: str) -> list[tuple[str, str, str]]:
    table: BaseModel = getattr(config, key)
    given = table.model_fields_set if key in config.model_fields_set else set()
    return [(f"{key}.{name}", _in_table(value), _source(config, name in given)) for name, value in table]


def _in_table(value: float | str) -> str:
    return f"{value:g} s" if isinstance(value, int | float) else value or '""'


def _plain(config: Config, key: str) -> str:
    value = getattr(config, key)
    if key in config.secret_keys:
        return "set" if value else "not set"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value) or '""'


def _source(config: Config, given: bool) -> str:
    if not given:
        return "default"
    return str(config.file) if config.file else "program"

"""Why ``kiosk run`` refuses to start: all reasons at once, so that IT can mend them together."""

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from kiosk.audit import key as audit_key
from kiosk.audit.line import AUDIT_FILE
from kiosk.cards.reader_names import is_virtual_reader
from kiosk.config import access
from kiosk.config.access import takes_files, writable_by_us
from kiosk.config.desk import desk_file
from kiosk.config.settings import Config, ConfigError
from kiosk.config.staff_code import StaffCode
from kiosk.failures import FailureName
from kiosk.reports.acknowledgement import key_file
from kiosk.system import clock, dumps, logs, regular_file
from kiosk.system.secret_store import StoreUnusable
from kiosk.trust import store as trust_store
from kiosk.trust.authorities import read_authorities

#: Maximum paths that a sentence lists.
_SHOWN = 3
#: What the kiosk opens in its data folder before there is a curtain to say what is wrong.
_FILES = (AUDIT_FILE, logs.FILE_NAME)


@dataclass(frozen=True)
class Refusal:
    """One reason: its failure, and a sentence that says what to do."""

    failure: FailureName
    text: str


def refusals(config: Config, environment: Mapping[str, str]) -> list[Refusal]:
    """All reasons against a start with this configuration; empty: it may start."""
    found = [*_of_account(), *_of_engine(environment), *_of_reader(config)]
    found += [*_of_dumps(), *_of_program(config), *_of_authorities(config), *_of_data_folder(config.data_folder)]
    found += [Refusal(FailureName.AUDIT_UNWRITABLE, why) for why in in_the_way(config.data_folder)]
    return [*found, *_of_secrets(config)]


def _of_secrets(config: Config) -> Iterator[Refusal]:
    try:
        if not StaffCode(config.staff_code_hash, config.data_folder).is_set():
            text = "there is no staff code: `kiosk staff-code set`, or staff_code_hash in kiosk.toml"
            yield Refusal(FailureName.STAFF_CODE_MISSING, text)
    except StoreUnusable as error:
        yield Refusal(FailureName.KEYRING_MISSING, f"the staff code cannot be read: {error}")
    if why := audit_key.why_unusable():
        yield Refusal(FailureName.KEYRING_MISSING, f"the key of the audit file has no place: {why}")


def is_administrator() -> bool:
    """Whether the current account is root or administrator, from which nothing can be protected."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0


def _of_account() -> list[Refusal]:
    if not is_administrator():
        return []
    return [
        Refusal(FailureName.CONFIG_WRONG, "it does not run as root or administrator: use a kiosk account of its own")
    ]


def _of_engine(environment: Mapping[str, str]) -> list[Refusal]:
    # Sessions get an environment of their own, so these have no effect; whoever sets them expects one.
    found = sorted(key for key in environment if key.startswith("QTWEBENGINE_"))
    if not found:
        return []
    return [
        Refusal(
            FailureName.SANDBOX_MISSING, f"{', '.join(found)} is set: the engine's sandbox is never switched off here"
        )
    ]


def _of_reader(config: Config) -> list[Refusal]:
    if not is_virtual_reader(config.reader_name):
        return []
    return [
        Refusal(FailureName.CONFIG_WRONG, f"reader_name = {config.reader_name!r} is a virtual reader: name a real one")
    ]


def _of_dumps() -> list[Refusal]:
    if not (why := dumps.trouble()):
        return []
    return [Refusal(FailureName.CONFIG_WRONG, f"a crash could leave a session's memory on the disk: {why}")]


def _of_program(config: Config) -> list[Refusal]:
    if is_administrator():  # refused by ``_of_account``, and could change every file
        return []
    found = changeable(config)
    remedy = "let an administrator own configuration, procedures and program"
    return [Refusal(FailureName.CONFIG_WRONG, f"{found}: {remedy}")] if found else []


def _of_authorities(config: Config) -> list[Refusal]:
    why = untrusted(config)
    return [Refusal(FailureName.CONFIG_WRONG, why)] if why else []


def untrusted(config: Config) -> str:
    """Why the city's authorities cannot be trusted, in words; empty: they can, or there are none."""
    try:
        authorities = read_authorities(config, clock.wall())
    except ConfigError as error:
        return str(error)
    if authorities and not trust_store.tool():
        return "network.authorities needs certutil: install the package libnss3-tools"
    return ""


def _of_data_folder(folder: Path) -> list[Refusal]:
    """Nothing is made here: it would belong to the account of a start that is refused."""
    nearest = existing(folder)
    if takes_files(nearest):
        return []
    remedy = _remedy(folder, nearest)
    return [Refusal(FailureName.AUDIT_UNWRITABLE, f"{folder} cannot be written by this user (data_folder): {remedy}")]


def in_the_way(folder: Path) -> list[str]:
    """What stands in the way of the kiosk's own files, each with what to do: a pipe would stop it without a word."""
    found = [folder / name for name in _FILES if regular_file.is_in_the_way(folder / name)]
    return [f"{file} is no regular file (data_folder): move it away" for file in found]


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists; one that may not be seen counts as missing."""
    # Path.exists raises for a folder that may not be entered (Python 3.11).
    return next(place for place in (folder, *folder.parents) if os.path.exists(place))  # noqa: PTH110


def _remedy(folder: Path, nearest: Path) -> str:
    """The obstacle, and the command with which root gives the folder to this user."""
    if (barred := access.barred(folder)) != folder:
        return f"it may not look into {barred}; as root: chmod 755 {barred}"
    if not nearest.is_dir():
        return f"{nearest} is no folder"
    if sys.platform == "win32":
        return "let the kiosk account own it"
    user = _account_name(os.geteuid())
    if nearest == folder:
        return f"it belongs to {_account_name(folder.stat().st_uid)}; as root: chown {user}: {folder}"
    return f"it is not there and this user cannot make it; as root: install -d -o {user} -m 700 {folder}"


def _account_name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def changeable(config: Config) -> str:
    """Which files of configuration, procedures and program this user could change, in words; empty: none."""
    beside = desk_file(config.file), key_file(config.file)
    own = [file for file in (config.file, *beside, config.authorities) if file]
    found = writable_by_us([*own, config.procedures_folder, *program_folders()])
    if not found:
        return ""
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"this user could change {', '.join(map(str, found[:_SHOWN]))}{more}"


def program_folders() -> list[Path]:
    """The folders of the program, and of PySide6 among the interpreter's packages."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable).parent]
    here = resources.ROOT.parent
    folders = [here / name for name in ("kiosk", "ui", "resources")]
    return [folder for folder in folders if folder.is_dir()] + [Path(sysconfig.get_path("purelib")) / "PySide6"]

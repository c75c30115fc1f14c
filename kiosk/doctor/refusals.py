"""Why ``kiosk run`` does not start. All reasons at once, so that IT needs one round and not five."""

import os
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from kiosk.audit import key as audit_key
from kiosk.cards.presence import is_virtual_reader
from kiosk.config.settings import Config, takes_files, writable_by_us
from kiosk.config.staff_code import StaffCode
from kiosk.failures import FailureName

_SHOWN = 3


@dataclass(frozen=True)
class Refusal:
    """One reason: a name in ``resources/failures.toml`` and a sentence that says what to do."""

    failure: FailureName
    text: str


def refusals(config: Config, environment: Mapping[str, str]) -> list[Refusal]:
    """Everything that forbids a start with this configuration; empty: it may start."""
    found = [*_of_account(), *_of_engine(environment), *_of_reader(config)]
    found += [*_of_program(config), *_of_data_folder(config.data_folder)]
    if not StaffCode(config.staff_code_hash, config.data_folder).is_set():
        text = "there is no staff code: `kiosk staff-code set`, or staff_code_hash in kiosk.toml"
        found.append(Refusal(FailureName.STAFF_CODE_MISSING, text))
    if why := audit_key.why_unusable():
        text = (
            f"{why}: the key that signs the audit file needs one (Windows: Credential Manager, Linux: Secret Service)"
        )
        found.append(Refusal(FailureName.KEYRING_MISSING, text))
    return found


def is_administrator() -> bool:
    """The current account may do everything, so nothing here could protect anything."""
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
    # The session gets an environment of its own, so these would change nothing; whoever sets them expects otherwise.
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


def _of_program(config: Config) -> list[Refusal]:
    if is_administrator():  # who can change everything, and is refused for that
        return []
    paths = [*([config.file] if config.file else []), config.procedures_folder, *program_folders()]
    return [Refusal(FailureName.CONFIG_WRONG, _writable_text(writable))] if (writable := writable_by_us(paths)) else []


def _of_data_folder(folder: Path) -> list[Refusal]:
    """Only looks: what a refused start had made here would belong to whoever tried it."""
    existing = next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))
    if takes_files(existing):
        return []
    remedy = _remedy(folder, existing)
    return [Refusal(FailureName.AUDIT_UNWRITABLE, f"{folder} cannot be written by this user (data_folder): {remedy}")]


def _remedy(folder: Path, existing: Path) -> str:
    """What is in the way, and the command with which root gives the folder to this user."""
    if not existing.is_dir():
        return f"{existing} is no folder"
    if sys.platform == "win32":
        return "let the kiosk account own it"
    user = _account_name(os.geteuid())
    if existing == folder:
        return f"it belongs to {_account_name(folder.stat().st_uid)}; as root: chown {user}: {folder}"
    return f"it is not there and this user cannot make it; as root: install -d -o {user} -m 700 {folder}"


def _account_name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _writable_text(paths: list[Path]) -> str:
    shown = ", ".join(str(path) for path in paths[:_SHOWN])
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return f"this user could change {shown}{more}: let an administrator own configuration, procedures and program"


def program_folders() -> list[Path]:
    """Where the program and its interpreter's packages lie; with everything in them, but packages only by name."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable).parent]
    here = resources.ROOT.parent
    folders = [here / name for name in ("kiosk", "ui", "resources")]
    return [folder for folder in folders if folder.is_dir()] + [Path(sysconfig.get_path("purelib")) / "PySide6"]

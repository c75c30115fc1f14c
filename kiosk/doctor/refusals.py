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
from kiosk.config.settings import Config, writable_by_us
from kiosk.config.staff_code import StaffCode

_SHOWN = 3


@dataclass(frozen=True)
class Refusal:
    """One reason: a name in ``resources/failures.toml`` and a sentence that says what to do."""

    failure: str
    text: str


def refusals(config: Config, environment: Mapping[str, str]) -> list[Refusal]:
    """Everything that forbids a start with this configuration; empty: it may start."""
    found = [*_of_account(), *_of_engine(environment), *_of_reader(config)]
    found += _of_folders(config)
    if not StaffCode(config.staff_code_hash, config.data_folder).is_set():
        text = "there is no staff code: `kiosk staff-code set`, or staff_code_hash in kiosk.toml"
        found.append(Refusal("staff_code_missing", text))
    if why := audit_key.why_unusable():
        text = (
            f"{why}: the key that signs the audit file needs one (Windows: Credential Manager, Linux: Secret Service)"
        )
        found.append(Refusal("keyring_missing", text))
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
    return [Refusal("config_wrong", "it does not run as root or administrator: use a kiosk account of its own")]


def _of_engine(environment: Mapping[str, str]) -> list[Refusal]:
    # The session gets an environment of its own, so these would change nothing; whoever sets them expects otherwise.
    found = sorted(key for key in environment if key.startswith("QTWEBENGINE_"))
    if not found:
        return []
    return [Refusal("sandbox_missing", f"{', '.join(found)} is set: the engine's sandbox is never switched off here")]


def _of_reader(config: Config) -> list[Refusal]:
    if not is_virtual_reader(config.reader_name):
        return []
    return [Refusal("config_wrong", f"reader_name = {config.reader_name!r} is a virtual reader: name a real one")]


def _of_folders(config: Config) -> list[Refusal]:
    paths = [*([config.file] if config.file else []), config.procedures_folder, *program_folders()]
    found = [Refusal("config_wrong", _writable_text(writable))] if (writable := writable_by_us(paths)) else []
    try:
        config.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(config.data_folder, os.W_OK):
            raise PermissionError
    except OSError:
        found.append(Refusal("audit_unwritable", f"{config.data_folder} cannot be written by this user (data_folder)"))
    return found


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

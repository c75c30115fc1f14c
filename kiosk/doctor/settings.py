"""Checks of what IT sets: configuration, procedures, account, who can change the program, staff code, key."""

import json
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from kiosk.config.desk import desk_file, load_desk
from kiosk.config.settings import Config, ConfigError, load_config, no_file
from kiosk.config.staff_code import StaffCode
from kiosk.desk import Contact, Desk
from kiosk.doctor.refusals import changeable, is_administrator, untrusted
from kiosk.doctor.rows import Check, Row
from kiosk.hotkey import base as hotkey_base
from kiosk.procedures.load import load_procedures
from kiosk.procedures.model import Procedure
from kiosk.system.secret_store import StoreUnusable
from kiosk.trust.authorities import read_authorities

Read = TypeVar("Read")

CONFIGURATION = Check("configuration", "Configuration")
PROCEDURES = Check("procedures", "Procedures")
AUTHORITIES = Check("authorities", "Authorities of the city")
DESK = Check("desk", "Desks and telephone lines")
ACCOUNT = Check("account", "Account")
ENVIRONMENT = Check("environment", "Environment")
WRITABLE = Check("writable", "Who can change the kiosk")
STAFF_CODE = Check("staff_code", "Staff code")
HARDWARE_KEY = Check("hardware_key", "Key for the next person")
NEEDS_CONFIGURATION = "needs a valid configuration"
#: Days after which somebody has to find again that a telephone line and its hours are right.
CONTACT_DAYS = 90
#: Remaining validity of an authority below which there is a warning.
AUTHORITY_DAYS = timedelta(days=30)
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_JA_AUTHORITIES = "庁内の認証局の証明書を確かめてください。IT担当に連絡してください。"
_MODIFIERS = frozenset(hotkey_base.MODIFIERS)


@dataclass(frozen=True)
class Settings:
    """Configuration and procedures as far as they could be read, and the errors."""

    config: Config | None = None
    procedures: tuple[Procedure, ...] | None = None
    config_error: str = ""
    procedures_error: str = ""
    desk: Desk | None = None
    desk_error: str = ""

    @property
    def wrong(self) -> bool:
        """Whether `kiosk run` would end with exit code 2."""
        return bool(self.config_error or self.procedures_error or self.desk_error)


def read_settings(file: Path | None, training_origin: str | None = None) -> Settings:
    """Read configuration and procedures. Wrong files raise nothing. ``training_origin``: for the training only."""
    try:
        config = load_config(file)
    except ConfigError as error:
        return Settings(config_error=str(error))
    if config.file is None:
        return Settings(config_error=str(no_file()))
    procedures, procedures_error = _read(lambda: load_procedures(config.procedures_folder, training_origin))
    desk, desk_error = _read(lambda: load_desk(desk_file(config.file)))
    return Settings(config, procedures, "", procedures_error, desk, desk_error)


def _read(load: Callable[[], Read]) -> tuple[Read | None, str]:
    try:
        return load(), ""
    except ConfigError as error:
        return None, str(error)


def configuration(settings: Settings) -> Row:
    """The row: the file exists and every value is right."""
    config = settings.config
    if config is None:
        japanese = "設定ファイルに誤りがあります。IT担当に連絡してください。"
        return CONFIGURATION.fail(
            settings.config_error, "correct the file; `kiosk config` shows every setting", japanese
        )
    return CONFIGURATION.ok(f"{config.file}, terminal {config.terminal_id}")


def procedures(settings: Settings) -> Row:
    """The row: every procedure file is right. http is allowed for the training portal only, see ``read_settings``."""
    if settings.config is None:
        return PROCEDURES.skip(NEEDS_CONFIGURATION)
    if settings.procedures is None:
        japanese = "手続きの設定に誤りがあります。IT担当に連絡してください。"
        return PROCEDURES.fail(settings.procedures_error, "correct the procedure file", japanese)
    names = ", ".join(f"{item.id} v{item.version}" for item in settings.procedures)
    schemes = {urlsplit(origin).scheme for item in settings.procedures for origin in item.allowed_origins}
    found = f"{names} ({' and '.join(sorted(schemes))})"
    if unlisted := [item.id for item in settings.procedures if not item.commit_requests]:
        to_do = f"{', '.join(unlisted)}: list what is final (commit_requests), unless nothing is applied for there"
        return PROCEDURES.warn(found, to_do)
    return PROCEDURES.ok(found)


def desk(settings: Settings, today: date) -> Row:
    """The row: ``desk.toml`` is right, and every telephone line was checked in the last ``CONTACT_DAYS`` days."""
    if settings.desk_error:
        japanese = "窓口の案内の設定（desk.toml）に誤りがあります。IT担当に連絡してください。"
        return DESK.fail(settings.desk_error, "correct the file", japanese)
    if settings.desk is None:
        return DESK.skip(NEEDS_CONFIGURATION)
    lines = {"helpline": settings.desk.helpline, "staff_line": settings.desk.staff_line}
    old = [f"{key}: {why}" for key, line in lines.items() if (why := _outdated(line, today))]
    if not old:
        return DESK.ok(f"{len(settings.desk.guidance)} codes, telephone lines checked")
    to_do = "call the line, correct number and hours in desk.toml, and write the day into `checked`"
    return DESK.warn("; ".join(old), to_do, "電話番号の確認が古くなっています。IT担当に連絡してください。")


def authorities(config: Config | None, now: datetime) -> Row:
    """The row: the authorities that the city adds are right, changed by root alone, and valid for a while."""
    if config is None:
        return AUTHORITIES.skip(NEEDS_CONFIGURATION)
    if config.authorities is None:
        return AUTHORITIES.skip("none are added (network.authorities)")
    if why := untrusted(config):
        return AUTHORITIES.fail(why, "correct file or setting; `kiosk run` refuses", _JA_AUTHORITIES)
    found = read_authorities(config, now)
    if loose := [str(item.file) for item in found if item.file.stat().st_mode & _OTHERS_WRITE]:
        return AUTHORITIES.fail(f"others can change {loose[0]}", f"as root: chmod 644 {loose[0]}", _JA_AUTHORITIES)
    first = min(found, key=lambda item: item.ends)
    text = f"{len(found)} in {config.authorities}, the first ends on {first.ends:%Y-%m-%d}"
    if first.ends - now < AUTHORITY_DAYS:
        return AUTHORITIES.warn(text, f"get the next certificate of {first.name}", _JA_AUTHORITIES)
    return AUTHORITIES.ok(text)


def _outdated(line: Contact, today: date) -> str:
    """Why nobody can rely on this line, empty if somebody checked it lately or there is none."""
    if not line.number:
        return ""
    if line.checked is None:
        return "never checked"
    days = (today - line.checked).days
    return f"checked on {line.checked}" if not 0 <= days <= CONTACT_DAYS else ""


def account(administrator: Callable[[], bool] = is_administrator) -> Row:
    """The row: neither root nor administrator."""
    if not administrator():
        return ACCOUNT.ok("a standard user")
    return ACCOUNT.fail(
        "root or administrator",
        "run the kiosk and this check as the kiosk account: nothing would protect it from itself",
        "管理者のアカウントで動いています。IT担当に連絡してください。",
    )


def environment(source: Mapping[str, str]) -> Row:
    """The row: no variable that would change the engine. Sessions would not get it, but whoever set it expects so."""
    found = sorted(key for key in source if key.startswith("QTWEBENGINE_") or key in ("LD_PRELOAD", "SSLKEYLOGFILE"))
    if not found:
        return ENVIRONMENT.ok("nothing that would change the engine")
    return ENVIRONMENT.fail(
        f"{', '.join(found)} is set",
        "remove it where the kiosk account's session is started",
        "端末の設定が正しくありません。IT担当に連絡してください。",
    )


def writable(config: Config | None) -> Row:
    """The row: this user cannot change configuration, procedures and program, as `kiosk run` demands."""
    if config is None:
        return WRITABLE.skip(NEEDS_CONFIGURATION)
    found = changeable(config)
    if not found:
        return WRITABLE.ok("not this user")
    return WRITABLE.fail(
        found,
        "let an administrator own configuration, procedures and program, each with its folder",
        "キオスクのプログラムや設定を、このアカウントで書き換えられる状態です。IT担当に連絡してください。",
    )


def staff_code(config: Config | None) -> Row:
    """The row: a staff code is set, and no wait runs after wrong codes."""
    if config is None:
        return STAFF_CODE.skip(NEEDS_CONFIGURATION)
    code = StaffCode(config.staff_code_hash, config.data_folder)
    japanese = "職員コードを確かめられません。IT担当に連絡してください。"
    try:
        if not code.is_set():
            to_do = "as the kiosk account: `kiosk staff-code set`, or staff_code_hash in kiosk.toml"
            return STAFF_CODE.fail("there is none", to_do, japanese)
    except StoreUnusable as error:
        return STAFF_CODE.fail(f"cannot be read: {error.why}", "see the row of the keyring", japanese)
    if wait := code.wait_seconds():
        to_do = "ask who tried; the wait ends by itself"
        return STAFF_CODE.warn(f"set; after wrong codes the next try waits {wait:.0f} s", to_do)
    return STAFF_CODE.ok("set in kiosk.toml" if config.staff_code_hash else "set in the keyring")


def key(config: Config | None) -> Row:
    """The row: the configured key has a valid form."""
    if config is None:
        return HARDWARE_KEY.skip(NEEDS_CONFIGURATION)
    if not config.hardware_key:
        return HARDWARE_KEY.skip("none configured")
    modifiers, name = hotkey_base.parse(config.hardware_key)
    if not name or not modifiers <= _MODIFIERS:
        return HARDWARE_KEY.fail(
            json.dumps(config.hardware_key),
            "hardware_key in kiosk.toml: F1 to F24, Pause, ScrollLock or Insert, with Ctrl+ Alt+ Shift+ before it",
            "「次の方へ」のキーの設定に誤りがあります。IT担当に連絡してください。",
        )
    return HARDWARE_KEY.ok(config.hardware_key)

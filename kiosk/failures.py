"""The failure catalogue (``resources/failures.toml``): the code and the sentences of every failure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from functools import cache
from types import MappingProxyType

import resources


@unique
class FailureName(StrEnum):
    """The names of the failures in the catalogue's order. Code uses these constants, never plain strings."""

    READER_MISSING = "reader_missing"
    READER_AMBIGUOUS = "reader_ambiguous"
    PCSC_UNAVAILABLE = "pcsc_unavailable"
    CARD_NOT_MY_NUMBER = "card_not_my_number"
    CARD_PHONE = "card_phone"
    CARD_OLD_JUKI = "card_old_juki"
    CARD_MUTE = "card_mute"
    CARD_BUSY = "card_busy"
    CARD_REMOVED = "card_removed"
    CARD_CHANGED = "card_changed"
    CARD_UNREADABLE = "card_unreadable"
    PIN_WRONG = "pin_wrong"
    PIN_BLOCKED = "pin_blocked"
    PIN_LAST_TRY = "pin_last_try"
    PIN_ABSENT = "pin_absent"
    CERTIFICATE_MISSING = "certificate_missing"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_RENEWED_TODAY = "certificate_renewed_today"
    PORTAL_UNREACHABLE = "portal_unreachable"
    PORTAL_GARBLED = "portal_garbled"
    PORTAL_FORBIDDEN = "portal_forbidden"
    TOO_MANY_LOGINS = "too_many_logins"
    TLS_ERROR = "tls_error"
    RENDERER_DEAD = "renderer_dead"
    SANDBOX_MISSING = "sandbox_missing"
    COMMIT_UNCHECKED = "commit_unchecked"
    SUSPECTED_MIXUP = "suspected_mixup"
    CHECK_REFUSED = "check_refused"
    ENGINE_UNAVAILABLE = "engine_unavailable"
    HOLD_LOST = "hold_lost"
    TOO_MANY_CHECKS = "too_many_checks"
    APPLIED_BEFORE = "applied_before"
    PAYMENT_ID_IN_USE = "payment_id_in_use"
    REAPPLY_NOT_ALLOWED = "reapply_not_allowed"
    PROXY_UNREACHABLE = "proxy_unreachable"
    PROXY_REFUSED = "proxy_refused"
    SESSION_CRASHED = "session_crashed"
    SESSION_HUNG = "session_hung"
    PROTOCOL_ERROR = "protocol_error"
    SESSIONS_FAIL = "sessions_fail"
    WIPE_CURTAIN = "wipe_curtain"
    WIPE_PROCESSES = "wipe_processes"
    WIPE_CARD = "wipe_card"
    WIPE_FOLDER = "wipe_folder"
    WIPE_CLIPBOARD = "wipe_clipboard"
    WIPE_PRINT_QUEUE = "wipe_print_queue"
    WIPE_TIMEOUT = "wipe_timeout"
    AUDIT_UNWRITABLE = "audit_unwritable"
    CONFIG_WRONG = "config_wrong"
    STAFF_CODE_MISSING = "staff_code_missing"
    INTERNAL_ERROR = "internal_error"
    REPORT_UNWRITABLE = "report_unwritable"
    KEYRING_MISSING = "keyring_missing"
    FOLDER_UNWRITABLE = "folder_unwritable"


@dataclass(frozen=True)
class Failure:
    """What happened and what to do. ``citizen`` and ``next_step`` are Japanese, ``staff`` is for the desk."""

    code: str
    name: FailureName
    citizen: str
    staff: str
    next_step: str
    english: str
    english_next_step: str

    def in_language(self, language: str, *, slot: bool = False) -> "Failure":
        """This failure with ``citizen`` and ``next_step`` translated; unchanged (Japanese) without a translation.

        ``slot``: the reader has one, so that a card is inserted and not placed.
        """
        known = self._translated_to(language)
        step = _of_a_slot().get(self.name, {}).get(language, "") if slot else ""
        return replace(known, next_step=step) if step else known

    def _translated_to(self, language: str) -> "Failure":
        if language == "en":
            return replace(self, citizen=self.english, next_step=self.english_next_step)
        words = _translated(language).get(self.name)
        return replace(self, citizen=words["citizen"], next_step=words["next_step"]) if words else self


@cache
def failures() -> Mapping[FailureName, Failure]:
    """Name -> failure, in the order of the file. TypeError: an unknown key; ValueError: an unknown name."""
    with resources.path("failures.toml").open("rb") as file:
        entries = tomllib.load(file)
    return MappingProxyType(
        {FailureName(name): Failure(name=FailureName(name), **entry) for name, entry in entries.items()}
    )


@cache
def _of_a_slot() -> Mapping[str, Mapping[str, str]]:
    """Name -> language -> what to do next where the reader has a slot, from ``resources/texts/slot.toml``."""
    return tomllib.loads(resources.path("texts", "slot.toml").read_text(encoding="utf-8"))


@cache
def _translated(language: str) -> Mapping[str, Mapping[str, str]]:
    """Name -> ``citizen`` and ``next_step`` from ``resources/texts/failures_<language>.toml``; empty without one."""
    file = resources.path("texts", f"failures_{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def failure(name: FailureName) -> Failure:
    """The catalogue's entry for this name."""
    return failures()[name]

"""Checks of Windows policies for traces that no program can remove. Reads only; not applicable elsewhere."""

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from kiosk.doctor.rows import Check, Row

_POLICIES = r"SOFTWARE\Policies\Microsoft"
_TEXT_INPUT = r"SOFTWARE\Microsoft\PolicyManager\current\device\TextInput"
_IME = r"SOFTWARE\Policies\Microsoft\IME\IMEJP"
_MEMORY = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management"
_POWER = r"SYSTEM\CurrentControlSet\Control\Session Manager\Power"
_EXPLORER = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer"
_EDGE = rf"{_POLICIES}\Edge"
OTHER_SYSTEM = Check("windows_policies", "Windows policies")
_JAPANESE = "Windowsの設定が足りません。IT担当に連絡してください。"


class Registry(Protocol):
    """Values of HKEY_LOCAL_MACHINE, or of the account's own HKEY_CURRENT_USER."""

    def read(self, path: str, name: str, own: bool = False) -> int | str | None:
        """The value, None without one; ``own``: of HKEY_CURRENT_USER. Raises OSError when it may not be read."""
        ...


@dataclass(frozen=True)
class Policy:
    """A registry value that must equal ``wanted``, or be at least that (``least``). ``own``: of the account."""

    path: str
    name: str
    wanted: int
    least: bool = False
    own: bool = False

    def holds(self, registry: Registry) -> bool:
        """Whether the registry has the wanted number. Raises OSError."""
        value = registry.read(self.path, self.name, self.own)
        if not isinstance(value, int):
            return False
        return value >= self.wanted if self.least else value == self.wanted

    def requirement(self) -> str:
        """What to set, in words."""
        return f"{self.name} {'>=' if self.least else '='} {self.wanted}"


#: The policies of each row: they keep traces of a customer out of the operating system.
TOPICS: tuple[tuple[Check, tuple[Policy, ...]], ...] = (
    (
        Check("policy_clipboard", "Policy: clipboard history"),
        (
            Policy(rf"{_POLICIES}\Windows\System", "AllowClipboardHistory", 0),
            Policy(rf"{_POLICIES}\Windows\System", "AllowCrossDeviceClipboard", 0),
        ),
    ),
    (
        Check("policy_input", "Policy: learning of input"),
        (
            Policy(rf"{_POLICIES}\InputPersonalization", "AllowInputPersonalization", 0),
            Policy(rf"{_POLICIES}\InputPersonalization", "RestrictImplicitTextCollection", 1),
            Policy(rf"{_POLICIES}\InputPersonalization", "RestrictImplicitInkCollection", 1),
            Policy(_TEXT_INPUT, "AllowIMELogging", 0),
            Policy(_TEXT_INPUT, "AllowIMENetworkAccess", 0),
            # "Turn off history-based predictive input" (EAIME.admx) is a policy of the account.
            Policy(_IME, "UseHistorybasedPredictiveInput", 0, own=True),
        ),
    ),
    (
        Check("policy_touch_keyboard", "Policy: touch keyboard"),
        (
            # Policy CSP, TextInput: no text prediction; 2: the keys that open other programs are never shown.
            Policy(_TEXT_INPUT, "AllowKeyboardTextSuggestions", 0),
            Policy(_TEXT_INPUT, "TouchKeyboardDictationButtonAvailability", 2),
            Policy(_TEXT_INPUT, "TouchKeyboardEmojiButtonAvailability", 2),
            Policy(_TEXT_INPUT, "TouchKeyboardHandwritingModeAvailability", 2),
        ),
    ),
    (
        Check("policy_dumps", "Policy: crash dumps"),
        (Policy(rf"{_POLICIES}\Windows\Windows Error Reporting", "Disabled", 1),),
    ),
    (
        Check("policy_memory", "Policy: page file and hibernation"),
        (
            Policy(_MEMORY, "ClearPageFileAtShutdown", 1),
            Policy(_POWER, "HiberbootEnabled", 0),
            Policy(r"SYSTEM\CurrentControlSet\Control\Power", "HibernateEnabled", 0),
        ),
    ),
    (
        Check("policy_certificates", "Policy: certificate propagation"),
        (Policy(r"SYSTEM\CurrentControlSet\Services\CertPropSvc", "Start", 4),),
    ),
    (Check("policy_recent", "Policy: recent files"), (Policy(_EXPLORER, "NoRecentDocsHistory", 1),)),
    (
        Check("policy_edge", "Policy: Edge"),
        (
            Policy(_EDGE, "BrowserSignin", 0),
            Policy(_EDGE, "SyncDisabled", 1),
            Policy(_EDGE, "PasswordManagerEnabled", 0),
            Policy(_EDGE, "AutofillAddressEnabled", 0),
            Policy(_EDGE, "AutofillCreditCardEnabled", 0),
            Policy(_EDGE, "DownloadRestrictions", 3),
            Policy(_EDGE, "BackgroundModeEnabled", 0),
            Policy(_EDGE, "StartupBoostEnabled", 0),
            Policy(_EDGE, "IdleTimeout", 1, least=True),
        ),
    ),
)


def policy(check: Check, policies: tuple[Policy, ...], registry: Registry) -> Row:
    """The row: a warning for what is not set, since the kiosk protects its own part without it."""
    try:
        missing = [item.requirement() for item in policies if not item.holds(registry)]
    except OSError:
        return check.warn("cannot be read by this account", "check it as an administrator: docs/operations.md")
    if not missing:
        return check.ok("set")
    return check.warn(f"not as wanted: {', '.join(missing)}", "set it by group policy or MDM", _JAPANESE)


def checks(
    registry: Registry | None = None, windows: bool = sys.platform == "win32"
) -> list[tuple[Check, Callable[[], Row]]]:
    """One check for each of ``TOPICS``; on other systems a single one that says so."""
    if not windows:
        return [(OTHER_SYSTEM, lambda: OTHER_SYSTEM.skip("not Windows"))]
    known = registry or LocalMachine()
    return [(check, partial(policy, check, policies, known)) for check, policies in TOPICS]


class LocalMachine:
    """The registry of this machine (64-bit view) and of the current account."""

    def __init__(self, winreg: Any = None) -> None:
        """Tests give their own ``winreg``: the module exists on Windows only."""
        self._winreg = winreg or importlib.import_module("winreg")

    def read(self, path: str, name: str, own: bool = False) -> int | str | None:
        """See ``Registry``."""
        winreg = self._winreg
        root = winreg.HKEY_CURRENT_USER if own else winreg.HKEY_LOCAL_MACHINE
        try:
            with winreg.OpenKey(root, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
                value, _ = winreg.QueryValueEx(key, name)
        except FileNotFoundError:
            return None
        return value if isinstance(value, int | str) else None

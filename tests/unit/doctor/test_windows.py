"""Windows policies, with a dictionary in place of the registry, which only Windows has."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

from kiosk.doctor import windows as checks
from kiosk.doctor.rows import Result, Row
from kiosk.doctor.windows import TOPICS, LocalMachine

WANTED = {(item.path, item.name, item.own): item.wanted for _, policies in TOPICS for item in policies}


class Values:
    """A registry with these values."""

    def __init__(self, values: dict[tuple[str, str, bool], Any]) -> None:
        self.values = values

    def read(self, path: str, name: str, own: bool = False) -> int | str | None:
        value: int | str | None = self.values.get((path, name, own))
        return value


class Closed:
    """A registry that may not be read."""

    def read(self, path: str, name: str, own: bool = False) -> int | str | None:
        raise PermissionError


def rows(registry: checks.Registry) -> dict[str, Row]:
    return {check.name: run() for check, run in checks.checks(registry, windows=True)}


def test_all_set() -> None:
    found = rows(Values(dict(WANTED)))
    assert len(found) == len(TOPICS)
    assert {row.result for row in found.values()} == {Result.OK}


def test_what_is_missing_is_named() -> None:
    found = rows(Values({}))
    assert {row.result for row in found.values()} == {Result.WARN}
    assert "AllowClipboardHistory = 0" in found["policy_clipboard"].found
    assert "IdleTimeout >= 1" in found["policy_edge"].found


def test_what_the_touch_keyboard_and_the_ime_learn_is_looked_at() -> None:
    """What the IME learns and what the touch keyboard suggests; one of the policies is the account's."""
    found = rows(Values({}))
    for name in ("AllowInputPersonalization", "RestrictImplicitTextCollection", "AllowIMELogging"):
        assert name in found["policy_input"].found
    assert "UseHistorybasedPredictiveInput = 0" in found["policy_input"].found
    assert "AllowKeyboardTextSuggestions = 0" in found["policy_touch_keyboard"].found
    (own,) = [key for key in WANTED if key[2]]
    machine_wide = rows(Values(dict(WANTED) | {own: None, (*own[:2], False): 0}))
    assert machine_wide["policy_input"].result is Result.WARN, "set for the machine it has no effect"


def test_values_of_another_kind_do_not_count() -> None:
    assert rows(Values(dict.fromkeys(WANTED, "0")))["policy_clipboard"].result is Result.WARN


def test_a_longer_time_is_fine() -> None:
    values = dict(WANTED) | {key: 5 for key in WANTED if key[1] == "IdleTimeout"}
    assert rows(Values(values))["policy_edge"].result is Result.OK


def test_a_registry_that_may_not_be_read() -> None:
    assert {row.result for row in rows(Closed()).values()} == {Result.WARN}


def test_elsewhere_there_is_one_row() -> None:
    (check, run), *more = checks.checks(windows=False)
    assert not more
    assert run().result is Result.NOT_APPLICABLE
    assert check.name == "windows_policies"


def test_the_real_registry_is_read_in_its_64_bit_view() -> None:
    opened: list[Any] = []

    def open_key(*arguments: Any) -> Any:
        opened.append(arguments)
        if arguments[1] == "missing":
            raise FileNotFoundError
        return nullcontext(arguments[1])

    winreg = SimpleNamespace(
        HKEY_LOCAL_MACHINE="HKLM", HKEY_CURRENT_USER="HKCU", KEY_READ=1, KEY_WOW64_64KEY=256, OpenKey=open_key,
        QueryValueEx=lambda key, name: (b"x" if name == "binary" else 7, 4),
    )  # fmt: skip
    machine = LocalMachine(winreg)
    assert machine.read("there", "number") == 7
    assert machine.read("there", "binary") is None
    assert machine.read("missing", "number") is None
    assert machine.read("there", "number", own=True) == 7
    assert [opened[0], opened[-1]] == [("HKLM", "there", 0, 257), ("HKCU", "there", 0, 257)]

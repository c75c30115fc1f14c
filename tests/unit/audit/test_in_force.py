"""Fingerprints of what is in force: equal values have equal ones, in every process; any change shows."""

import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.audit.in_force import DIGITS, fingerprint
from kiosk.procedures.load import load_procedures

PROCEDURES = Path(__file__).resolve().parents[3] / "resources" / "procedures"
CODE = "from kiosk.audit.in_force import fingerprint; print(fingerprint({'a': frozenset('xyz'), 'b': (1, 2.5, None)}))"


@dataclass(frozen=True)
class Settings:
    idle: float = 90.0
    hosts: frozenset[str] = frozenset({"a.example", "b.example"})
    folder: Path = Path("data")


def test_it_is_short_and_the_same_for_equal_settings() -> None:
    assert fingerprint(Settings()) == fingerprint(Settings(hosts=frozenset({"b.example", "a.example"})))
    assert len(fingerprint(Settings())) == DIGITS


@pytest.mark.parametrize("change", [{"idle": 91.0}, {"hosts": frozenset()}, {"folder": Path("other")}])
def test_any_change_of_a_setting_changes_it(change: dict[str, object]) -> None:
    assert fingerprint(replace(Settings(), **change)) != fingerprint(Settings())  # type: ignore[arg-type]


@pytest.mark.slow
def test_it_is_the_same_in_another_process() -> None:
    """Sets of texts have another order in each process."""
    runs = {
        subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    }
    assert len(runs) == 1


def test_a_procedure_of_another_version_has_another_one() -> None:
    procedures = load_procedures(PROCEDURES)
    newer = (replace(procedures[0], version=procedures[0].version + 1), *procedures[1:])
    assert fingerprint(procedures) != fingerprint(newer)


def test_what_has_no_fixed_text_has_no_fingerprint() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())

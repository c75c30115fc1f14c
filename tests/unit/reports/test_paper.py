"""Printing the day's report: what is run, and that every fault of a printer is an outcome and no exception."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.reports.paper import CupsPrinter, Printed, print_out, printer_of

PDF = b"%PDF"


class Paper:
    """A printer that takes its job after so many looks; ``fails`` says in which call it does not answer."""

    def __init__(self, looks: int = 0, fails: str = "", error: Exception | None = None) -> None:
        self.looks, self.fails, self.error, self.got = looks, fails, error or OSError("gone"), list[tuple[str, bytes]]()

    def submit(self, file: Path) -> None:
        if self.fails == "submit":
            raise self.error
        self.got.append((file.name, file.read_bytes()))

    def waiting(self) -> int:
        if self.fails == "waiting":
            raise self.error
        self.looks -= 1
        return int(self.looks >= 0)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Where the PDF lies meanwhile; whatever happens, it does not stay."""
    made = tmp_path / "day-2026-11-30-3.pdf"
    yield made
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("looks", [0, 3])
def test_it_is_printed_when_the_printer_has_taken_it(file: Path, looks: int) -> None:
    paper = Paper(looks)
    assert print_out(paper, PDF, file, pause=0.0) is Printed.DONE
    assert (paper.got, paper.looks) == ([(file.name, PDF)], -1)


def test_a_printer_that_never_takes_it_is_told_after_the_limit(file: Path) -> None:
    assert print_out(Paper(10**6), PDF, file, limit=0.02, pause=0.001) is Printed.WAITING


@pytest.mark.parametrize("error", [OSError("lp failed"), subprocess.TimeoutExpired("lp", 3)])
@pytest.mark.parametrize("fails", ["submit", "waiting"])
def test_a_printer_that_does_not_answer_is_an_outcome(file: Path, fails: str, error: Exception) -> None:
    assert print_out(Paper(fails=fails, error=error), PDF, file, pause=0.0) is Printed.FAILED


def test_a_folder_that_cannot_be_written_is_an_outcome(tmp_path: Path) -> None:
    assert print_out(Paper(), PDF, tmp_path / "gone" / "day.pdf") is Printed.FAILED


def test_the_command_and_its_refusal(file: Path) -> None:
    asked: list[list[str]] = []

    def run(argv: list[str]) -> tuple[int, str]:
        asked.append(argv)
        return len(asked) - 1, ""

    printer = CupsPrinter("Desk", run)
    printer.submit(file)
    assert asked == [["lp", "-d", "Desk", "-t", file.name, "--", str(file)]]
    with pytest.raises(OSError, match="lp"):
        printer.submit(file)


def test_without_a_printer_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printer_of("") is None
    assert printer_of("-h") is None
    monkeypatch.setattr(sys, "platform", "win32")
    assert printer_of("Desk") is None, "not done yet: no button that does nothing"

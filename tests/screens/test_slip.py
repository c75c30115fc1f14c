"""The slip of the last screen: what is on it, who gets it, and that a printer that fails harms nothing."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.reports.paper import Printed
from kiosk.vocabulary import EndReason, Letters, ResultKind
from tests.gallery.terminal_shots import APPLIED, PLACE, ended
from tests.gallery.windows import WIPED_AT, Windows
from tests.screens.finding import find_button
from tests.screens.ink import cut_letters
from ui import style
from ui.ends import slip, words
from ui.ends.slip import SlipPrinter
from ui.terminal.curtain import Curtain
from ui.text import languages, paper

DONE = ended(EndReason.FINISHED, result=ResultKind.DONE)


class Paper:
    """A printer that keeps what it gets; a broken one is not there."""

    def __init__(self, broken: bool = False) -> None:
        self.broken, self.got = broken, list[bytes]()

    def submit(self, file: Path) -> None:
        if self.broken:
            raise OSError("no paper")
        self.got.append(file.read_bytes())

    def waiting(self) -> int:
        return 0


@pytest.fixture
def curtain(qapp: QApplication, qtbot: QtBot) -> Iterator[Curtain]:
    made = Windows((1280, 800)).curtain
    qtbot.addWidget(made)
    made.show_starting()
    yield made
    style.install(qapp)


def _show(curtain: Curtain, page: ShowCurtain = DONE) -> None:
    curtain.show_end(page, PLACE, 142, WIPED_AT)
    QApplication.processEvents()


@pytest.mark.parametrize("language", ["", *languages.available()])
def test_it_says_what_the_last_screen_says(language: str) -> None:
    said = words.of(DONE, PLACE, language or "ja")
    text = slip.text(said, 142, WIPED_AT, language)
    assert "No. 0142" in text
    assert len(text.split("\n\n")) == 2 + len(said.facts)
    assert not set("{|}") & set(text)


def test_nobodys_number_is_on_it() -> None:
    """The only long figures are the receipt's number and the public telephone line."""
    text = slip.text(words.of(DONE, PLACE, "ja"), 142, WIPED_AT, "")
    assert re.findall(r"\d{4,}", text) == ["0120", "0178", "0142"]


def test_without_a_printer_nothing_is_offered(curtain: Curtain) -> None:
    _show(curtain)
    assert not find_button(curtain, "print_slip").isVisible()


def test_it_is_offered_to_a_person_who_reads_and_not_while_staff_are_awaited(curtain: Curtain) -> None:
    curtain.offer_slips()
    _show(curtain)
    assert find_button(curtain, "print_slip").isVisible()
    _show(curtain, ended(EndReason.PORTAL_REFUSED, failure=APPLIED))
    assert not find_button(curtain, "print_slip").isVisible()
    curtain.show_end(replace(DONE, told=replace(DONE.told, letters=Letters.LARGEST)), PLACE, 142, WIPED_AT)
    assert find_button(curtain, "print_slip").isVisible(), "on a page that was made anew for large letters too"


@pytest.mark.parametrize(
    ("broken", "outcome", "said"),
    [(False, Printed.DONE, "印刷しました"), (True, Printed.FAILED, "印刷できませんでした。職員にお声がけください。")],
)
def test_it_is_printed_once_when_it_is_asked_for(
    curtain: Curtain, qtbot: QtBot, tmp_path: Path, broken: bool, outcome: Printed, said: str
) -> None:
    printer = Paper(broken)
    slips = SlipPrinter(printer, tmp_path, "3")
    slips.printed.connect(curtain.show_printed)
    curtain.slip_wanted.connect(slips.print_text)
    curtain.offer_slips()
    _show(curtain)
    assert printer.got == [], "nothing is printed before it is asked for"
    button = find_button(curtain, "print_slip")
    with qtbot.waitSignal(slips.printed) as told:
        button.click()
        assert button.text() == "印刷しています"
        button.click()
    assert told.args == [outcome]
    assert [pdf[:4] for pdf in printer.got] == ([] if broken else [b"%PDF"])
    assert (button.text(), button.isEnabled(), list(tmp_path.iterdir())) == (said, False, [])


@pytest.mark.slow
@pytest.mark.parametrize("language", languages.available())
def test_no_letter_of_its_button_is_cut(curtain: Curtain, language: str) -> None:
    curtain.offer_slips()
    curtain.speak(language)
    _show(curtain)
    for outcome in Printed:
        curtain.show_printed(outcome)
        QApplication.processEvents()
        assert cut_letters(curtain) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext to read a PDF")
def test_the_paper_has_the_words(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    text = slip.text(words.of(DONE, PLACE, "ja"), 142, WIPED_AT, "")
    (tmp_path / "slip.pdf").write_bytes(paper.pdf(text, "ja", slip.LETTERS))
    read = subprocess.run(["pdftotext", "-layout", tmp_path / "slip.pdf", "-"], capture_output=True, check=True).stdout
    assert "お客さまの情報は、この端末に残っていません。" in read.decode()

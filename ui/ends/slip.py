"""The slip that a person may take along: what the last screen said, on paper. Nobody's name and no number of a person.

It is printed by the supervisor, after the wipe was verified. A printer that fails is a sentence for the person and a
note for staff; the wipe is over by then.
"""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.reports.paper import Printed, Printer, print_out
from ui.ends import sentences
from ui.ends.words import EndWords
from ui.text import languages, paper
from ui.text.languages import fill
from ui.widgets import furigana

#: Letters of the slip, in points: people read it at home.
LETTERS = 14
#: Title of the print job and of the file that lies there meanwhile.
_TITLE = "slip"


def text(words: EndWords, number: int, wiped_at: str, language: str) -> str:
    """The words of an end and the receipt of the wipe, without furigana. ``language``: "" is Japanese."""

    def say(source: str) -> str:
        return languages.sentence(language, sentences.CONTEXT, source) if language else source

    at = languages.minute_of_day(wiped_at, language or "ja")
    head = tuple(filter(None, (words.title, words.about)))
    facts = tuple(f"{label}\n{said}" for label, said in words.facts)
    receipt = (say(sentences.SLIP), f"No. {number:04}", say(sentences.NOTHING_LEFT), fill(say(sentences.MADE_SURE), at))
    return furigana.plain("\n\n".join(("\n".join(head), *facts, "\n".join(receipt))))


class SlipPrinter(QObject):
    """Prints slips, one at a time."""

    #: What became of it: a ``Printed``.
    printed = Signal(object)

    def __init__(self, printer: Printer, folder: Path, terminal: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._file = printer, folder / f"{_TITLE}-{terminal}.pdf"

    def print_text(self, words: str, language: str) -> None:
        """Print this; the outcome is told by ``printed``. Call it on the main thread."""
        pdf = paper.pdf(words, language or "ja", LETTERS)
        threading.Thread(target=self._print, args=(pdf,), name="slip", daemon=True).start()

    def _print(self, pdf: bytes) -> None:
        self.printed.emit(print_out(self._printer, pdf, self._file))


#: What the person is told.
TOLD = {
    Printed.DONE: sentences.PRINTED,
    Printed.WAITING: sentences.NOT_PRINTED,
    Printed.FAILED: sentences.NOT_PRINTED,
}
#: What staff are told.
FOR_STAFF = "控えを印刷できませんでした。プリンターの電源、紙、ふたを確かめてください。"

"""The slip on paper: a CUPS server of the test's own with a printer that writes PDF files (cups-pdf)."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.reports.paper import CupsPrinter, Printed, print_out
from kiosk.vocabulary import EndReason, ResultKind
from tests.gallery.terminal_shots import PLACE, ended
from tests.gallery.windows import WIPED_AT
from tests.support.waiting import eventually
from ui.ends import slip, words
from ui.text import paper

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
TOOLS = ("cupsd", "lpadmin", "lp", "lpstat", "cupsdisable", "pdftotext")
MISSING = [tool for tool in TOOLS if not shutil.which(tool, path="/usr/sbin:/usr/bin:/sbin:/bin")]
CUPSD = """
Listen {folder}/run/socket
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
"""
FILES = """
ServerRoot {folder}/server
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
SystemGroup root
Sandboxing relaxed
"""

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
    pytest.mark.skipif(not PPD.exists(), reason="needs the package printer-driver-cups-pdf"),
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="cupsd and cups-pdf run as root"),
]


class Cups:
    """A CUPS server with one printer, called Slip."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for part in ("server", "spool", "cache", "run", "log"):
            (folder / part).mkdir()
        for place in (folder, *folder.iterdir()):  # its filters run as another user
            place.chmod(0o755)
        (folder / "server" / "cupsd.conf").write_text(CUPSD.format(folder=folder))
        (folder / "server" / "cups-files.conf").write_text(FILES.format(folder=folder))
        conf = ["-c", str(folder / "server" / "cupsd.conf"), "-s", str(folder / "server" / "cups-files.conf")]
        self.process = subprocess.Popen(["/usr/sbin/cupsd", "-f", *conf])
        eventually(lambda: self.run(["lpstat", "-r"])[0] == 0)
        assert self.run(["lpadmin", "-p", "Slip", "-E", "-v", "cups-pdf:/", "-P", str(PPD)])[0] == 0

    def run(self, argv: list[str]) -> tuple[int, str]:
        """Exit status and output of a command that asks this server."""
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "CUPS_SERVER": f"{self._folder}/run/socket"}
        done = subprocess.run(argv, env=env, capture_output=True, check=False, timeout=20)
        return done.returncode, done.stdout.decode()


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as folder:
        made = Cups(Path(folder))
        yield made
        made.process.terminate()
        made.process.wait(10)


@pytest.fixture
def title() -> Iterator[str]:
    """A file name of this run; what cups-pdf made of it is removed."""
    name = f"slip-test{os.getpid()}"
    yield name
    for made in _papers(name):
        made.unlink()


def _papers(title: str) -> list[Path]:
    return list((Path.home() / "PDF").glob(f"*{title}*"))


def test_the_words_of_the_last_screen_are_on_the_paper(
    qapp: QApplication, cups: Cups, title: str, tmp_path: Path
) -> None:
    del qapp
    text = slip.text(words.of(ended(EndReason.FINISHED, result=ResultKind.DONE), PLACE, "ja"), 142, WIPED_AT, "")
    printer = CupsPrinter("Slip", cups.run)
    assert print_out(printer, paper.pdf(text, "ja", slip.LETTERS), tmp_path / f"{title}.pdf") is Printed.DONE
    eventually(lambda: bool(_papers(title)))
    read = subprocess.run(["pdftotext", _papers(title)[0], "-"], capture_output=True, check=True).stdout
    # The printer's PDF was PostScript in between: its letters are drawn, and have names of their own.
    lines = [line for line in read.decode().splitlines() if line.strip()]
    assert len(lines) == len([line for line in text.splitlines() if line]) + 1, "with the page's number"
    assert not list(tmp_path.iterdir()), "the PDF that was handed over is gone"


def test_a_printer_that_is_absent_or_stands_still_is_an_outcome(
    qapp: QApplication, cups: Cups, title: str, tmp_path: Path
) -> None:
    del qapp
    file = tmp_path / f"{title}.pdf"
    assert print_out(CupsPrinter("Nobody", cups.run), b"%PDF", file) is Printed.FAILED
    assert cups.run(["cupsdisable", "Slip"])[0] == 0
    assert print_out(CupsPrinter("Slip", cups.run), paper.pdf("控え"), file, limit=1.0) is Printed.WAITING
    assert not list(tmp_path.iterdir())

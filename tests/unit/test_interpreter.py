"""A terminal serves hundreds of people a day: no call of Qt may count the interpreter's own objects down to nothing."""

import subprocess
import sys

EMITS = """
import sys
from PySide6.QtCore import QObject, Signal
class Speaker(QObject):
    said = Signal()
speaker = Speaker()
speaker.said.connect(lambda: None)
for _ in range(20_000):
    speaker.said.emit()
    speaker.setObjectName("speaker")
"""


def test_a_long_day_of_signals_does_not_end_the_process() -> None:
    """Without ``kiosk.interpreter`` this aborts on Python 3.11 after about 600 signals."""
    program = [sys.executable, "-c", "import kiosk\n" + EMITS]
    done = subprocess.run(program, check=False, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")

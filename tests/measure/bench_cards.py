"""The card's figures of the bench: the kiosk's time for each dialogue, and OpenSC's APDUs on the same software card.

OpenSC needs a real pcscd (``tests/support/pcscd.py``): its rows are measured only as root, with pcscd, vsmartcard-vpcd
and opensc installed.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kiosk.system import clock
from kiosk.training.cards.persons import load_persons
from kiosk.training.drill.desk import pause
from kiosk.training.launch import RunningTerminal
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A

SIGN = ("pkcs11-tool", "--slot-index", "0", "--login", "--sign", "-m", "SHA256-RSA-PKCS")
#: Seconds: the public web-eid.js sends nothing in the first second after loading, and a person needs longer than that.
LOAD_DELAY = 1.1
READ = ("pkcs15-tool", "--read-certificate", "1")


@dataclass(frozen=True)
class CardTimes:
    """Milliseconds from the placed card to its reading and to the PIN pad, and from the fourth digit to the signature.

    The software card answers without delay.
    """

    read: float
    pad: float
    signature: float


def card_times(terminal: RunningTerminal) -> CardTimes:
    """Measure one customer up to the login."""
    control = terminal.control
    walk.begin(control)
    control.wait_until("the first page", lambda: "page_shown" in control.customer()["times"])
    pause(LOAD_DELAY)
    placed = clock.now()
    walk.log_in(control, A)
    times = control.customer()["times"]
    control.take()
    control.wait_phase("ready")
    return CardTimes(
        (times["CardRead"] - placed) * 1000,
        (times["Asked"] - placed) * 1000,
        (times["Signed"] - times["PinComplete"]) * 1000,
    )


def opensc_apdus() -> tuple[int, int] | None:
    """OpenSC's APDUs to read the certificate, and to log in and sign; None where OpenSC or pcscd is missing."""
    from tests.support import pcscd
    from tests.support.waiting import eventually

    if not pcscd.available or not all(shutil.which(command[0]) for command in (READ, SIGN)):
        return None
    with pcscd.virtual_pcsc() as daemon, tempfile.TemporaryDirectory(prefix="madoguchi-opensc-") as folder:
        text = Path(folder) / "in"
        text.write_bytes(b"hello")
        card = daemon.attach(A.person)
        eventually(lambda: pcscd.run("opensc-tool", "-n").returncode == 0)
        before = len(card.trace)
        pcscd.run(*READ)
        read = len(card.trace) - before
        pin = load_persons()[A.person].pin
        pcscd.run(*SIGN, "--pin", pin, "--input-file", str(text), "--output-file", f"{folder}/out")
        return read, len(card.trace) - before - read

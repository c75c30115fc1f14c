"""A terminal on real PC/SC: its control channel with the cards on pcscd's reader, and another program at the card."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import load_persons
from kiosk.training.cards.software_card import SoftwareCard
from kiosk.training.cards.training_ca import load_or_make
from kiosk.training.remote.control import Control
from tests.support.pcscd import READER, VirtualPcsc
from tests.support.terminal import Terminal
from tests.support.waiting import LIMIT

#: SELECT of the JPKI application, VERIFY with the PIN 1234, signature with the user-authentication key.
SELECT = bytes.fromhex("00A4040C0AD392F000260100000001")
VERIFY = bytes.fromhex("002000980431323334")
SIGN = bytes.fromhex("802A009733" + "3031300D060960864801650304020105000420" + "22" * 32 + "00")
#: Status words: done; security status not satisfied.
DONE, NOT_SATISFIED = "9000", "6982"
#: Waits for a card if it is told so. Connects shared or exclusively, or shared with a transaction that it never ends;
#: then sends what it is told.
_PROGRAM = """
import sys
from kiosk.cards import pcsc
from kiosk.cards.transport import Share
name, how, *waiting = sys.argv[1:]
service, seen = pcsc.PcscService(), None
for word in waiting:
    print(word, flush=True)
    while not (seen and any(reader.present for reader in seen.readers)):
        seen = service.observe(seen, 5)
connection = service.connect(name, Share("exclusive" if how == "exclusive" else "shared"))
if how == "transaction":
    assert pcsc.scard.SCardBeginTransaction(connection._handle) == 0
print("connected", flush=True)
for command in sys.stdin:
    print(connection.transmit(bytes.fromhex(command))[-2:].hex(), flush=True)
"""
#: Connects in the raw protocol and leaves the card so.
_RAW = """
import sys
from kiosk.cards import pcsc, winscard
_, context = pcsc.scard.SCardEstablishContext(0)
code, handle, _ = winscard.connect(context, sys.argv[1], pcsc.scard.SCARD_SHARE_DIRECT, pcsc.scard.SCARD_PROTOCOL_RAW)
assert code == 0 == pcsc.scard.SCardDisconnect(handle, pcsc.scard.SCARD_LEAVE_CARD)
"""


class OtherProgram:
    """Another program on the same computer, connected to the card on the reader; killed at the end of the block."""

    def __init__(self, how: str = "shared", *, waiting: bool = False) -> None:
        """``how``: "shared", "exclusive", or "transaction": shared with a transaction that does not end.

        ``waiting``: there is no card yet, and the program connects to the next one before anybody else can.
        """
        self._waiting = waiting
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, READER, how, *(["waiting"] if waiting else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def __enter__(self) -> Self:
        assert self._line() == ("waiting" if self._waiting else "connected")
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.wait(LIMIT)

    def assert_connected(self) -> None:
        """It waited, a card came, and it is the one that has it."""
        assert self._line() == "connected"

    def transmit(self, *commands: bytes) -> list[str]:
        """Send these APDUs; returns the status word of each."""
        assert self._process.stdin is not None
        answers = []
        for command in commands:
            self._process.stdin.write(f"{command.hex()}\n")
            self._process.stdin.flush()
            answers.append(self._line())
        return answers

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def leave_raw() -> None:
    """Another program uses the card in the raw protocol and leaves it so."""
    subprocess.run([sys.executable, "-c", _RAW, READER], check=True, timeout=LIMIT, cwd=Path(__file__).parents[2])


def signature_without_pin() -> list[str]:
    """The status words when another program selects the application and requests a signature without a PIN."""
    with OtherProgram() as program:
        return program.transmit(SELECT, SIGN)


class PcscControl(Control):
    """The control channel of a terminal, with cards on the virtual reader of pcscd."""

    def __init__(self, folder: Path, daemon: VirtualPcsc) -> None:
        super().__init__(folder)
        self._daemon = daemon
        self._made: dict[str, SoftwareCard] = {}

    def card(self, person: str) -> SoftwareCard:
        """This person's card, with a certificate of the station's CA, which the portal trusts."""
        if person not in self._made:
            self._made[person] = card_for(load_persons()[person], load_or_make(self._folder.parent / "ca"))
        return self._made[person]

    def place(self, person: str) -> None:
        """Attach the card. The command to the station makes the portal know the person, also after a restart."""
        self.ask("station", "trace", person=person)
        self._daemon.attach_card(self.card(person))

    def take(self) -> None:
        """Detach the card."""
        self._daemon.detach()

    def swap(self, person: str) -> None:
        """Detach the card and attach another as quickly as possible."""
        self.take()
        self.place(person)


def use_pcsc(terminal: Terminal, daemon: VirtualPcsc) -> Terminal:
    """Give this terminal a PcscControl; it is at its attract screen with an empty reader afterwards."""
    terminal.control = PcscControl(terminal.settings.control, daemon)
    daemon.detach()
    terminal.control.wait_until("a quiet terminal", terminal.is_quiet)
    terminal.portal.change("reset")
    return terminal


def card_of(terminal: Terminal, person: str) -> SoftwareCard:
    """This person's card."""
    assert isinstance(terminal.control, PcscControl)
    return terminal.control.card(person)

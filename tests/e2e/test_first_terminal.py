"""docs/install-linux.md, command by command: from a bare Debian to a customer who was served and wiped, and away again.

A new Debian in a folder, with mounts and processes of its own, which end with it. Screen, card and portal are the
test's: a memory screen in place of the X server's, a software card behind pcscd, a portal with a certificate of the
city's own authority. Without systemd, the unit is verified by its tool and what it starts and stops is run here.
"""

import os
import random
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import psutil
import pytest

from kiosk.system import clock
from kiosk.training.cards.card_files import card_for
from kiosk.training.portal import token
from tests.e2e.test_tls import Front
from tests.rules.sources import ROOT
from tests.support import cards, needs, waiting
from tests.support.authority import Authority
from tests.support.observe import AuditTrail
from tests.support.vpcd import VpcdAttachment
from tests.support.xserver import Keys, Picture

MANUAL = ROOT / "docs" / "install-linux.md"
UNIT = "etc/systemd/system/madoguchi-kiosk.service"
DRIVER = Path("usr/lib/pcsc/drivers/serial/libifdvpcd.so")
CODE = b"503917\n503917\n"
#: Seconds for which somebody looks at a screen before pressing the next key.
A_LOOK = 1.0
#: The portal's page, in one colour that no screen of the kiosk has.
GREEN = 0x1D8A4B
NONCE = "A" * 44
#: Once it has been seen, it asks for a login and sends the token in the address of a picture.
SCRIPT = f"""
addEventListener("message", (event) => {{
  if (event.data.action !== "web-eid:authenticate-success") return;
  new Image().src = "/auth/token?" + encodeURIComponent(JSON.stringify(event.data));
}});
setTimeout(() => postMessage({{action: "web-eid:authenticate", challengeNonce: "{NONCE}", options: {{}}}}, "*"), 3000);
"""
PAGE = (
    f"<!doctype html><title>x</title><body style='background:#{GREEN:06x}'><button>申込み</button>"
    f"<script>{SCRIPT}</script>"
).encode()
READER = "ACS ACR39U ICC Reader"
pytestmark = [
    *(pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(1200)),
    pytest.mark.skipif("KIOSK_FIRST_TERMINAL" not in os.environ, reason="is run by `python3 run.py terminal`"),
    needs.root("to make a Debian in a folder"),
    needs.programs("debootstrap", "unshare", "nsenter", "certutil"),
    pytest.mark.skipif(not (Path("/") / DRIVER).exists(), reason="needs vsmartcard-vpcd for a software card"),
]
#: Makes the folder ``$0`` the root of its own mounts and waits; a plain chroot would forbid the engine's sandbox.
ENTER = """
set -e
mount --make-rprivate /
mount --bind "$0" "$0"
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mount --rbind /sys "$0/sys"
mount -t tmpfs tmpfs "$0/tmp"
mount -t tmpfs tmpfs "$0/run"
chmod 1777 "$0/tmp"
mkdir -p "$0/old"
cd "$0"
pivot_root . old
umount -l /old
mkdir -m 1777 /tmp/.X11-unix
echo ready
exec tail -f /dev/null
"""
CLEAN = ("env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8")


class Machine:
    """A bare Debian 12 in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        options = ["--variant=minbase", "--include=ca-certificates"]
        # With mounts of its own, so that a run that is broken off leaves none behind.
        made = subprocess.run(
            ["unshare", "-m", "debootstrap", *options, "bookworm", str(folder), "http://deb.debian.org/debian"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            pytest.skip(f"debootstrap made no Debian (no network?): {made.stdout[-300:]}")
        for file in ("resolv.conf", "hosts"):
            shutil.copy(f"/etc/{file}", folder / "etc" / file)
        self._holder = subprocess.Popen(
            ["unshare", "-m", "-p", "-f", "--kill-child", "sh", "-c", ENTER, str(folder)], stdout=subprocess.PIPE
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == b"ready\n"
        self._first = psutil.Process(self._holder.pid).children()[0].pid

    def close(self) -> None:
        """End every process of this machine."""
        self._holder.kill()
        self._holder.wait()
        assert self._holder.stdout is not None
        self._holder.stdout.close()

    def start(self, command: Sequence[str], **options: object) -> "subprocess.Popen[bytes]":
        """Start a command on this machine, as root."""
        inside = ["nsenter", "-t", str(self._first), "-m", "-p", "-r", "-w", "--", *CLEAN]
        return subprocess.Popen([*inside, *command], **options)  # type: ignore[call-overload,no-any-return]

    def run(self, script: str, given: bytes = b"") -> str:
        """Run a script of root; it must succeed. Returns its output."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        running = self.start(["sh", "-e", "-c", f"export DEBIAN_FRONTEND=noninteractive\n{script}"], **pipes)
        output = running.communicate(given)[0].decode()
        assert running.returncode == 0, f"{script}\n{output[-3000:]}"
        return output

    def path(self, name: str) -> Path:
        """The path of a file of this machine, seen from outside."""
        return self.folder / name


@pytest.fixture
def machine() -> Iterator[Machine]:
    with tempfile.TemporaryDirectory(prefix="kiosk-terminal-", dir="/var/tmp") as name:
        folder = Path(name) / "root"
        Path(name).chmod(0o755)
        with closing(Machine(folder)) as made:
            yield made


def blocks(where: str) -> list[str]:
    """The manual's commands for this place, in order: ``build``, ``root``, ``start``, ``stop``."""
    return re.findall(rf"^```sh {where}\n(.*?)^```$", MANUAL.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def portal_of(city: Authority) -> Front:
    """A portal whose certificate is of the city's own authority."""
    made = Front()
    made.show(city.issue("portal"))
    made.serve()
    return made


def fill_in(machine: Machine, city: Authority, front: Front) -> None:
    """What IT writes into the files: address and authority of the portal, no question, the first slot of the reader."""
    etc = machine.path("etc/madoguchi-kiosk")
    procedure = etc / "procedures" / "example.toml"
    text = procedure.read_text(encoding="utf-8")
    text = text.replace("https://portal.example.jp", front.origin).replace(
        "renewed_today = true", "renewed_today = false"
    )
    procedure.write_text(text, encoding="utf-8")
    shutil.copy(city.pem, etc / "authorities.pem")
    with (etc / "kiosk.toml").open("a") as file:
        file.write(f"reader_name = '{READER} 00 00'\n[network]\nauthorities = 'authorities.pem'\n")


class Reader:
    """pcscd of the machine with one reader, named like a real one."""

    def __init__(self, machine: Machine) -> None:
        self._machine, self.port = machine, random.randrange(36100, 39900)
        target = machine.path(str(DRIVER))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path("/") / DRIVER, target)
        device = f"DEVICENAME /dev/null:0x{self.port:X}\nLIBPATH /{DRIVER}\nCHANNELID 0x{self.port:X}\n"
        machine.path("etc/reader.conf.d/test").write_text(f'FRIENDLYNAME "{READER}"\n{device}')
        self._log = machine.path("pcscd.log")
        with self._log.open("wb") as log:
            self._process = machine.start(["pcscd", "-f", "-i"], stdout=log, stderr=log)
        eventually("the reader", lambda: "daemon ready" in self._log.read_text(errors="replace"))

    def lay(self) -> VpcdAttachment:
        """Lay a software person's card on it."""
        return VpcdAttachment(card_for(cards.person("taro"), cards.ca()), port=self.port)

    def close(self) -> None:
        """End the service."""
        self._machine.run("kill $(cat /run/pcscd/pcscd.pid)")
        self._process.wait(10)


class Session:
    """What the unit starts as its account, on a screen in memory."""

    def __init__(self, machine: Machine) -> None:
        lines = machine.path(UNIT).read_text(encoding="utf-8").splitlines()
        self._unit = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
        self._machine = machine
        self.display = f":{random.randrange(100, 900)}"
        user = self._unit["User"]
        machine.run(
            f"install -d -o {user} -m {self._unit['RuntimeDirectoryMode']} /run/{self._unit['RuntimeDirectory']}"
            " /run/user/1000; chmod 700 /run/user/1000; install -d -m 777 /screen"
        )
        start = shlex.split(self._unit["ExecStart"])[:2]
        screen = ["/usr/bin/Xvfb", self.display, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir", "/screen"]
        self._log = machine.path("session.log")
        with self._log.open("wb") as log:
            self._process = machine.start([*self._as_user(), *start, *screen], stdout=log, stderr=log)

    def stop(self) -> int:
        """What the unit does to stop it; returns the exit code."""
        self._machine.run(shlex.join([*self._as_user(), *shlex.split(self._unit["ExecStop"])]))
        return self._process.wait(60)

    def shows_the_page(self) -> bool:
        """Whether the middle of the screen has the colour of the portal's page."""
        return Picture(self._machine.path("screen/Xvfb_screen0")).has(GREEN, 400, 400, 400)

    def said(self) -> str:
        """Its output, the journal's on a real machine."""
        return self._log.read_text(errors="replace")[-3000:]

    def _as_user(self) -> list[str]:
        user = self._unit["User"]
        place = f"RUNTIME_DIRECTORY=/run/{self._unit['RuntimeDirectory']}"
        inside = ["env", f"HOME=/home/{user}", f"USER={user}", place, "XDG_RUNTIME_DIR=/run/user/1000"]
        return ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", *inside]


def eventually(what: str, condition: Callable[[], object], session: "Session | None" = None) -> None:
    """Wait until it is true, for a minute at most."""
    try:
        waiting.eventually(lambda: bool(condition()), 60)
    except AssertionError:
        pytest.fail(f"{what}: not within a minute\n{session.said() if session else ''}")


def test_from_a_bare_debian_to_a_customer_and_back(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(machine)
    packages, program, settings, code, unit, look, backup, update, removal = blocks("root")
    machine.run(packages)
    machine.run("apt-get install -y --no-install-recommends xvfb")
    for commands in (program, settings):
        machine.run(commands)
    machine.run(code, CODE)
    city = Authority(tmp_path, "city")
    monkeypatch.setattr("tests.e2e.test_tls.PAGE", PAGE)
    with closing(portal_of(city)) as front:
        fill_in(machine, city, front)
        assert machine.run(unit) is not None
        verified = machine.run(f"systemd-analyze verify /{UNIT} 2>&1 || true")
        assert "madoguchi-kiosk" not in verified, verified
        serve(machine, front, look, monkeypatch)
        machine.run(backup)
        machine.run(update)
        serve(machine, front, look, monkeypatch)
    machine.run(removal)
    assert left(machine) == []


def build(machine: Machine) -> None:
    """The commands for the other machine, and the copy."""
    for commands in blocks("build"):
        subprocess.run(["sh", "-e", "-c", commands], cwd=ROOT, check=True)
    shutil.copytree(ROOT / "dist" / "kiosk", machine.path("srv/kiosk"), symlinks=True)


def serve(machine: Machine, front: Front, look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start, look as the manual says, serve a customer to the login, wipe, stop."""
    trail = AuditTrail(machine.path("var/lib/madoguchi-kiosk/audit.jsonl"))
    before = trail.now() if trail.file.exists() else trail
    reader, session = Reader(machine), Session(machine)
    eventually("a terminal that is ready", lambda: trail.file.exists() and "wipe_verified" in before.codes(), session)
    look_round(machine, look)
    monkeypatch.setenv("XAUTHORITY", str(machine.path("home/kiosk/.Xauthority")))
    front.seen.clear()
    with closing(Keys(session.display)) as keys:
        eventually("the attract screen", lambda: "session_prepared" in before.codes(), session)
        card = reader.lay()
        go_to_the_page(keys, session)
        assert [item["path"] for item in front.seen][:1] == ["/apply"]
        log_in(keys, session, front)
        keys.press("F12")
        eventually("the wipe", lambda: before.codes().count("wipe_verified") == 2, session)
        assert not session.shows_the_page()
        card.detach()
        eventually("the next customer may come", lambda: before.codes().count("session_prepared") == 2, session)
    assert [line["reason"] for line in before.of("session_ended")] == ["next_customer"]
    assert session.stop() == 0, session.said()
    reader.close()


def look_round(machine: Machine, look: str) -> None:
    """The commands of the manual: the doctor finds no fault on this terminal, and its key can be kept."""
    machine.run(look)
    assert "BEGIN PUBLIC KEY" in machine.path("srv/madoguchi-kiosk-audit.pem").read_text()


def go_to_the_page(keys: Keys, session: Session) -> None:
    """Press Return on each screen, as somebody with a keyboard does, until the portal's page is there."""
    pressed = clock.now()

    def arrived() -> bool:
        nonlocal pressed
        if clock.now() - pressed > A_LOOK:
            keys.press("Return")
            pressed = clock.now()
        return session.shows_the_page()

    eventually("the portal's page", arrived, session)


def log_in(keys: Keys, session: Session, front: Front) -> None:
    """Type the PIN for which the page asks; the portal verifies what the card has signed."""
    eventually("the pad for the PIN", lambda: not session.shows_the_page(), session)
    for digit in cards.person("taro").pin:
        look()
        keys.press(digit)

    def sent() -> str:
        parts = (item["path"].partition("?") for item in front.seen)
        return next((unquote(query) for path, _, query in parts if path == "/auth/token"), "")

    eventually("the login's token", sent, session)
    now = clock.wall()
    token.validate(sent(), front.origin, token.NonceRecord(NONCE, now), cards.ca().certificate, now)
    eventually("the page again", session.shows_the_page, session)


def look() -> None:
    """Look at the screen for a moment: what is pressed just after it changed does nothing."""
    begun = clock.now()
    waiting.eventually(lambda: clock.now() - begun > A_LOOK)


def left(machine: Machine) -> list[str]:
    """Files of the program that are still there."""
    found = machine.run("find / -xdev -iname '*madoguchi*' -not -path '/srv/*' -not -path '/proc/*'; ls -A /home")
    return found.split()

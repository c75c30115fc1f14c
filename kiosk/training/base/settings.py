"""The settings that the processes of the training part share."""

import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kiosk.training.base.token import make_folder

#: The engine refuses to start its sandbox as root; containers and CI run as root. Only the training part knows this.
UNCONFINED = "--no-sandbox"
#: The staff code of demo and tests. It opens nothing else; the training panel shows it.
STAFF_CODE = "135790"
#: Width of the panel beside the kiosk, in pixels.
DOCK_WIDTH = 240


@dataclass(frozen=True)
class TrainingSettings:
    """Written to ``training.json`` in the training folder by the demo, read by station and session."""

    folder: str
    port: int
    admin_token: str
    mode: str = "two_checks_2023_04"
    reader: str = "virtual"
    reader_name: str = ""
    pcsc_socket: str = ""
    fullscreen: bool = False
    panel: bool = False
    unconfined: bool = False
    confine: bool = False
    show_errors: bool = False
    #: Seconds for which the curtain shows why a session ended (``Limits.notice``).
    notice: float = 8.0
    #: Seconds for which it shows what a person must read (``Limits.reading``).
    reading: float = 60.0
    hardware_keyboard: bool = True
    reduced_motion: bool = False
    #: The staff panel: whether its check is that of a real terminal (tests), and seconds without input until it closes.
    doctor: bool = False
    panel_quiet: float = 60.0
    #: The https address of a server in front of the portal, or in place of it (tests of TLS).
    front: str = ""
    #: Origins of other servers that the procedures also allow, with the same final requests.
    neighbours: list[str] = field(default_factory=list)
    #: ``[network] proxy`` of the terminal, and the login for it (tests).
    proxy: str = "none"
    proxy_login: list[str] = field(default_factory=list)
    #: A file of the public web-eid.js that the portal serves in place of its own client.
    web_eid_library: str = ""
    #: The portal's client asks for the card at once. Otherwise it waits 1 s after loading, like the public library.
    hasty: bool = False
    #: The session assumes from its start that a screen reader runs; the offscreen platform cannot report one.
    screen_reader: bool = False
    timers: dict[str, float] = field(default_factory=dict)
    #: Seconds that a new screen or page takes no press; 0: as long as on a real terminal (``ui.window.tap_guard``).
    tap_guard: float = 0.0
    #: Modules of tests and measurements that add commands and pages (``equipment.py``); none in a demo or drill.
    equipment: list[str] = field(default_factory=list)

    @property
    def root(self) -> Path:
        """The training folder."""
        return Path(self.folder)

    @property
    def dock(self) -> int:
        """The width in pixels that the demo's window leaves free for the panel; 0 where it takes the whole screen."""
        return DOCK_WIDTH if self.panel and not self.fullscreen else 0

    @property
    def control(self) -> Path:
        """The folder of the control sockets."""
        return self.root / "control"

    @property
    def origin(self) -> str:
        """The portal's origin as the kiosk reaches it: ``front`` if there is one."""
        return self.front or self.portal

    @property
    def portal(self) -> str:
        """The origin that the portal listens on."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def authorities(self) -> Path:
        """An NSS database whose authorities the sessions trust, if it exists (``kiosk.trust.store``)."""
        return self.root / "nssdb"

    def save(self) -> Path:
        """Write the file and return its path."""
        path = self.root / "training.json"
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")
        path.chmod(0o600)
        return path


def load_settings(path: Path) -> TrainingSettings:
    """Read what ``save`` wrote. Raises OSError, ValueError or TypeError."""
    return TrainingSettings(**json.loads(path.read_text(encoding="utf-8")))


def make_settings(folder: Path, **choices: object) -> TrainingSettings:
    """Make a training folder with a free port and new tokens."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    settings = TrainingSettings(
        folder=str(folder.resolve()),
        port=free_port(),
        admin_token=secrets.token_hex(16),
        **{"unconfined": root, "confine": not root, **choices},  # type: ignore[arg-type]
    )
    make_folder(settings.control)
    settings.save()
    return settings


def free_port() -> int:
    """A port on the loopback address that is not in use now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])

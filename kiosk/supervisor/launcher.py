"""Makes a session of the interpreter in waiting: a folder, an id, a mark and the settings."""

import json
import secrets
from pathlib import Path

from kiosk.processes import start as processes
from kiosk.protocol.messages import Start
from kiosk.supervisor.host import Host
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.vocabulary import SESSION_MARKS


class SessionLauncher:
    """Knows the id and the mark of the newest session."""

    def __init__(self, settings: TerminalSettings, host: Host) -> None:
        self._settings = settings
        self._host = host
        self.session_id = ""
        self.mark = ""

    def warm(self) -> None:
        """Start the next interpreter, unless one is waiting."""
        self._host.warm(self._settings.record)

    def launch(self, reader: str, clock_moved: bool, wiped_at: str) -> None:
        """Send ``start`` to the interpreter that has greeted. Raises OSError: its folder cannot be made."""
        assert self._host.spare is not None
        self.session_id, self.mark = secrets.token_hex(8), secrets.choice(SESSION_MARKS)
        folder = make_folder(self._settings, self.session_id, self._host.spare.pid)
        config = self._settings.session_config(folder, reader, clock_moved)
        self._host.launch(Start(self.session_id, self.mark, wiped_at, config))


def make_folder(settings: TerminalSettings, session_id: str, pid: int) -> Path:
    """The session's folder with its procedures, noted for the next supervisor. Raises OSError: the disk is full."""
    folder = settings.sessions_folder / session_id
    folder.mkdir(mode=0o700)
    plain = [procedure.to_json() for procedure in settings.procedures]
    (folder / "procedures.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    processes.record_tree(settings.record, session_id, pid, folder)
    return folder

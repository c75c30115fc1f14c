"""Starts a session in the spare process: makes its folder, id and mark, and sends its settings."""

import json
import secrets
from pathlib import Path

from kiosk.audit import time_of_day
from kiosk.network.fence import SESSION_SCRIPT, fence_of
from kiosk.network.router import Router
from kiosk.processes import start as processes
from kiosk.protocol.messages import Start
from kiosk.supervisor.host import Host
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.system import time_service
from kiosk.trust import store as trust_store
from kiosk.vocabulary import SESSION_MARKS


class SessionLauncher:
    """Launches sessions, and keeps id and mark of the newest one."""

    def __init__(self, settings: TerminalSettings, host: Host, router: Router, clock_agrees: bool) -> None:
        """``clock_agrees``: whether the audit file of before this start agrees with the clock."""
        self._router = router
        self._settings = settings
        self._host = host
        self._clock_agrees = clock_agrees
        self.session_id = ""
        self.mark = ""

    @property
    def may_launch(self) -> bool:
        """Whether the spare process waits for its ``start``, and the way to the portals was looked for."""
        return self._host.greeting and self._router.route is not None

    def warm(self) -> None:
        """Start the spare process, unless there is one."""
        self._host.warm(self._settings.record)

    def launch(self, reader: str, clock_moved: bool, wiped_at: str) -> None:
        """Send ``start`` to the spare process. Raises OSError: the session's folder cannot be made."""
        assert self._host.spare is not None
        assert self._router.route is not None
        fence = fence_of(self._router.route)
        self.session_id, self.mark = secrets.token_hex(8), secrets.choice(SESSION_MARKS)
        folder = make_folder(self._settings, self.session_id, self._host.spare.pid)
        if fence.script:
            (folder / SESSION_SCRIPT).write_text(fence.script, encoding="ascii")
        config = self._settings.session_config(folder, reader, self.trusts_clock(clock_moved), fence)
        self._host.launch(Start(self.session_id, self.mark, wiped_at, config))

    def trusts_clock(self, moved: bool) -> bool:
        """Whether a session may judge dates. Training cards and the training portal have this machine's clock."""
        if self._settings.training:
            return not moved
        return time_of_day.trusted(moved, time_service.synchronised(), self._clock_agrees)


def make_folder(settings: TerminalSettings, session_id: str, pid: int) -> Path:
    """Make the session's folder with procedures and desks, and record it for the next supervisor. Raises OSError."""
    folder = settings.sessions_folder / session_id
    folder.mkdir(mode=0o700)
    plain = [procedure.to_json() for procedure in settings.procedures]
    (folder / "procedures.json").write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    public = json.dumps(settings.desk.public().to_json(), ensure_ascii=False)
    (folder / "desk.json").write_text(public, encoding="utf-8")
    if settings.authorities:
        trust_store.give(settings.authorities, folder / "home")
    processes.record_tree(settings.record, session_id, pid, folder)
    return folder

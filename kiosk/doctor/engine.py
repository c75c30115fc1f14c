"""Checks of the browser engine, its sandbox and the kiosk's font, through a small browser process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import resources
from kiosk.doctor.rows import Check, Row
from kiosk.processes import confinement, start as processes
from kiosk.processes.confinement import Confinement

#: The only tested Qt version (pyproject.toml has the same number, a test compares them).
PINNED = "6.12"
#: The probe's module in a source tree, and its command in a frozen build, which runs only its own commands.
PROBE_MODULE, PROBE_COMMAND = "ui.browser.embedded.confinement_probe", "engine-probe"
#: Seconds until a probe that does not end is killed.
END_LIMIT = 1.0
FONT_FILE = ("fonts", "NotoSansJP-Regular.otf")

ENGINE = Check("engine", "Browser engine")
SANDBOX = Check("sandbox", "Browser sandbox")
HOLD = Check("hold", "Hold on requests")
KIOSK_FONT = Check("kiosk_font", "Font of the screens")
_REINSTALL = "reinstall the package; on Linux also the packages that docs/install-linux.md names"
_LET_RUN = "let the kiosk account enter, read and run the folders of the program and of its interpreter"
#: Exit codes of setpriv (as of env(1)), which starts the probe on Linux, for a program not runnable or not found.
_NOT_STARTED = (126, 127)


@dataclass(frozen=True)
class EngineReport:
    """The probe's report. ``confinement`` is None when no page was loaded; ``trouble`` says why in that case.

    ``started`` is False when this account could not run the probe's program at all.
    """

    qt: str = ""
    engine: str = ""
    chromium: str = ""
    font: bool = False
    confinement: Confinement | None = None
    trouble: str = ""
    started: bool = True
    #: After so many milliseconds the page's requests were held; None: never, or no page was loaded.
    hold_ms: int | None = None


class EngineProbe:
    """The small browser process. Start it on the main thread, so that on Linux it dies with this one; then ``end`` it.

    ``with_page`` is False for root: the engine refuses to start with its sandbox there.
    """

    def __init__(self, with_page: bool, argv: list[str] | None = None) -> None:
        self._with_page = with_page
        self._home = tempfile.TemporaryDirectory(prefix="kiosk-doctor-", ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._refused = ""
        command = [*(argv or probe_argv()), *([] if with_page else ["without-page"])]
        self._program = command[0]
        try:
            environment = probe_environment(os.environ, Path(self._home.name))
            pipe, null = subprocess.PIPE, subprocess.DEVNULL
            self._process = processes.start_helper(command, environment, stdin=pipe, stdout=pipe, stderr=null)
        except OSError as error:
            self._refused = f"this account cannot run {self._program}: {type(error).__name__}"

    def read(self) -> EngineReport:
        """Wait for its report and ask the system about its renderer. Blocks until the probe reports or ends."""
        if self._process is None:
            return EngineReport(trouble=self._refused or "it was ended", started=not self._refused)
        message = self._line()
        known = {key: message[key] for key in ("qt", "engine", "chromium", "font") if key in message}
        if "trouble" in message or not self._with_page:
            return EngineReport(**known, trouble=message.get("trouble", ""), started=message.get("started", True))
        page = self._line()
        if not page.get("renderer"):
            return EngineReport(**known, trouble=page.get("trouble", "no renderer"))
        return EngineReport(**known, confinement=confinement.confined(page["renderer"]), hold_ms=page.get("hold_ms"))

    def end(self) -> None:
        """Close its stdin, which ends it; kill it after ``END_LIMIT`` seconds. Its folder is deleted."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(OSError):
                assert process.stdin
                process.stdin.close()
            try:
                process.wait(END_LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            assert process.stdout
            process.stdout.close()
        self._home.cleanup()

    def _line(self) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdout is None:
            return {"trouble": "it was ended"}
        try:
            line = process.stdout.readline()
            message = json.loads(line or b"null")
        except (OSError, ValueError):
            return {"trouble": "it cannot be understood"}
        if not line:
            return self._ended(process.wait())
        return message if isinstance(message, dict) else {"trouble": "it cannot be understood"}

    def _ended(self, code: int) -> dict[str, Any]:
        if code in _NOT_STARTED:
            return {"trouble": f"this account cannot run {self._program} (code {code})", "started": False}
        return {"trouble": f"it ended at once (code {code})"}


def probe_argv() -> list[str]:
    """The command that runs the probe."""
    frozen = getattr(sys, "frozen", False)
    return processes.interpreter_argv("kiosk", PROBE_COMMAND) if frozen else processes.interpreter_argv(PROBE_MODULE)


def probe_environment(source: Mapping[str, str], home: Path) -> dict[str, str]:
    """The environment of a session, with a home of its own and, on Linux, without a display.

    With one, Qt's offscreen platform would use it for graphics, and abort where it is not allowed to.
    """
    made = processes.session_environment(source)
    names = ("HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA", "APPDATA", "USERPROFILE")
    places = [*names, "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    made |= {name: str(home) for name in places}
    if sys.platform == "win32":
        return made
    shown = {"DISPLAY", "XAUTHORITY"}
    return {name: value for name, value in made.items() if name not in shown} | {"QT_QPA_PLATFORM": "offscreen"}


def engine(report: EngineReport) -> Row:
    """The row: it starts, and it is the tested version."""
    japanese = "手続きの画面を表示する部品が正しくありません。IT担当に連絡してください。"
    if report.trouble:
        return ENGINE.fail(report.trouble, _REINSTALL if report.started else _LET_RUN, japanese)
    found = f"PySide6 {report.qt}, QtWebEngine {report.engine}, Chromium {report.chromium}"
    if report.qt != PINNED and not report.qt.startswith(f"{PINNED}."):
        return ENGINE.fail(found, f"install PySide6-WebEngine {PINNED}.*: nothing else was tested", japanese)
    return ENGINE.ok(found)


def sandbox(report: EngineReport, administrator: bool) -> Row:
    """The row: according to the operating system a renderer is confined."""
    japanese = "ブラウザーの保護が働いていません。このまま使わず、IT担当に連絡してください。"
    if administrator and report.confinement is None:
        found = "off: as root the engine has none"
        return SANDBOX.fail(found, "run the kiosk and this check as the kiosk account, never as root", japanese)
    if report.confinement is None:
        return SANDBOX.fail("not seen: the engine did not load a page", "see the row of the browser engine", japanese)
    found = report.confinement.summary()
    if report.confinement.ok:
        return SANDBOX.ok(found)
    to_do = "allow unprivileged user namespaces (sysctl user.max_user_namespaces, AppArmor); never as root"
    if sys.platform == "win32":
        to_do = "the engine's processes are to run with low integrity in a job: check security software and the account"
    return SANDBOX.fail(found, to_do, japanese)


def hold(report: EngineReport, administrator: bool) -> Row:
    """The row: the requests of a page are held before it is opened; without that no portal is opened."""
    japanese = "ページの通信を止めておく仕組みが始まりません。IT担当に連絡してください。"
    if administrator and report.confinement is None:
        return HOLD.skip("not tried: as root the engine loads no page here")
    if report.confinement is None:
        return HOLD.fail("not seen: the engine did not load a page", "see the row of the browser engine", japanese)
    if report.hold_ms is None:
        return HOLD.fail("it did not begin", "restart the terminal; reinstall the package if it stays so", japanese)
    return HOLD.ok(f"it began after {report.hold_ms} ms")


def kiosk_font(report: EngineReport | None) -> Row:
    """The row: the bundled font is there, and Qt loads it. ``report`` is None with ``--no-browser``."""
    japanese = "画面の文字のファイルがありません。IT担当に連絡してください。"
    path = resources.path(*FONT_FILE)
    if not path.is_file() or not path.stat().st_size:
        return KIOSK_FONT.fail(f"{path.name} is missing", "reinstall the package", japanese)
    if report is None:
        return KIOSK_FONT.ok(f"{path.name} is there (not loaded: --no-browser)")
    if report.trouble and not report.qt:
        return KIOSK_FONT.warn(f"{path.name} is there; Qt could not be asked", "see the row of the browser engine")
    if not report.font:
        return KIOSK_FONT.fail(f"Qt does not load {path.name}", "reinstall the package", japanese)
    return KIOSK_FONT.ok(f"{path.name}, loaded by Qt")

"""How a session is started: with an environment from a list, and the right interpreter."""

import os
import shutil
import signal
import sys
import threading

import pytest

from kiosk.processes import start as processes
from kiosk.processes.start import SessionProcess


class TestEnvironment:
    def test_nothing_gets_in_but_what_is_listed(self) -> None:
        bad = dict.fromkeys(
            ("LD_PRELOAD", "LD_LIBRARY_PATH", "QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_CHROMIUM_FLAGS",
             "PYTHONPATH", "PYTHONSTARTUP", "QT_PLUGIN_PATH", "QT_LOGGING_RULES", "SSLKEYLOGFILE", "HOME", "TMPDIR",
             "http_proxy", "DBUS_SESSION_BUS_ADDRESS", "LOCPATH", "XDG_CONFIG_HOME", "display", "LC_", "LC_ALL_x",
             "SystemRoot"),
            "x",
        )  # fmt: skip
        assert processes.session_environment(bad, windows=False) == {"PATH": "/usr/bin:/bin"}

    def test_what_is_listed_gets_in(self) -> None:
        good = {
            "DISPLAY": ":0.0",
            "XAUTHORITY": "/run/user/1000/xauth",
            "LANG": "ja_JP.UTF-8",
            "LC_TIME": "ja_JP.UTF-8",
            "TZ": "Asia/Tokyo",
            "QT_QPA_PLATFORM": "offscreen",
        }
        assert processes.session_environment(good, windows=False) == {**good, "PATH": "/usr/bin:/bin"}

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("QT_QPA_PLATFORM", "vnc:port=5900"),
            ("QT_QPA_PLATFORM", "xcb\n"),
            ("DISPLAY", "/tmp/evil"),
            ("LANG", "../../tmp/locale"),
            ("TZ", "/etc/shadow"),
            ("TZ", ":/etc/shadow"),
            ("XAUTHORITY", "relative"),
            ("PATH", "/opt/evil"),
        ],
    )
    def test_a_listed_name_with_an_odd_value_stays_out(self, name: str, value: str) -> None:
        assert processes.session_environment({name: value}, windows=False) == {"PATH": "/usr/bin:/bin"}

    def test_windows_needs_its_system_folder(self) -> None:
        made = processes.session_environment({"SystemRoot": r"D:\Win", "Path": r"C:\evil", "TEMP": "x"}, windows=True)
        assert made == {"SYSTEMROOT": r"D:\Win", "PATH": r"D:\Win\System32;D:\Win"}
        assert processes.session_environment({}, windows=True)["SYSTEMROOT"] == r"C:\Windows"


class TestInterpreter:
    def test_isolated(self) -> None:
        assert processes.interpreter_argv("kiosk", "session") == [sys.executable, "-I", "-m", "kiosk", "session"]

    def test_frozen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert processes.interpreter_argv("kiosk", "session", "--x") == [sys.executable, "session", "--x"]
        with pytest.raises(ValueError, match="frozen"):
            processes.interpreter_argv("kiosk.training")

    def test_on_windows_the_base_interpreter_knows_its_venv(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(processes, "_WINDOWS", True)
        monkeypatch.setattr(sys, "_base_executable", r"C:\Python\python.exe", raising=False)
        argv = processes.interpreter_argv("kiosk")
        assert argv[0] == r"C:\Python\python.exe"
        assert processes._with_launcher({"A": "1"}, argv) == {"A": "1", "__PYVENV_LAUNCHER__": sys.executable}
        assert processes._with_launcher({"A": "1"}, ["other.exe"]) == {"A": "1"}

    def test_without_setpriv_the_session_is_started_bare(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert processes._death_signal_argv()[1:] == ["--pdeathsig", "KILL", "--"]
        monkeypatch.setattr(shutil, "which", lambda name, path: None)
        assert processes._death_signal_argv() == []


class TestStart:
    def test_only_the_main_thread_starts(self) -> None:
        caught: list[BaseException] = []

        def begin() -> None:
            try:
                SessionProcess.start(["true"], {}, print, print, print)
            except RuntimeError as error:
                caught.append(error)

        thread = threading.Thread(target=begin)
        thread.start()
        thread.join()
        assert caught

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl")
    def test_a_parent_that_is_gone_already(self) -> None:
        source = "from kiosk.processes import start; start.die_with_parent(1 << 22); print('alive')"
        child = processes.start_helper([sys.executable, "-c", source], dict(os.environ), stdout=-1)
        output, _ = child.communicate(timeout=5)
        assert output == b""
        assert child.returncode == -signal.SIGKILL

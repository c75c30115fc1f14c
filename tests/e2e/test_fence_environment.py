"""What is set around the supervisor does not reach the session: no debugging port, no library, no key log."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from kiosk.training.base import process_tree
from tests.support.terminal import Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PORT = "9222"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables that change what an engine, a Qt program, an interpreter or a library does."""
    folder = tmp_path_factory.mktemp("hostile")
    return {
        "QTWEBENGINE_REMOTE_DEBUGGING": f"127.0.0.1:{PORT}",
        "QTWEBENGINE_CHROMIUM_FLAGS": f"--remote-debugging-port={PORT} --user-data-dir={folder}",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINEPROCESS_PATH": "/bin/false",
        "QTWEBENGINE_RESOURCES_PATH": str(folder),
        "LD_PRELOAD": str(folder / "hostile.so"),
        "LD_LIBRARY_PATH": str(folder),
        "QT_PLUGIN_PATH": str(folder),
        "QML2_IMPORT_PATH": str(folder),
        "QT_LOGGING_RULES": "*=true",
        "SSLKEYLOGFILE": str(folder / "keys.log"),
        "SSL_CERT_FILE": str(folder / "ca.pem"),
        "NSS_DEFAULT_DB_TYPE": "dbm",
        "PYTHONPATH": str(folder),
        "PYTHONSTARTUP": str(folder / "start.py"),
        "HTTPS_PROXY": "http://127.0.0.2:9",
        "HTTP_PROXY": "http://127.0.0.2:9",
        "http_proxy": "http://127.0.0.2:9",
        "BROWSER": "/bin/true",
        "HOSTILE": "1",
    }


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory, hostile: dict[str, str]) -> Iterator[Terminal]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in hostile.items():
            patch.setenv(name, value)
        made = Terminal(tmp_path_factory.mktemp("t"))
        with made:
            made.control.wait_phase("ready")
            reach(made, "browse")
            yield made


def environment(process: psutil.Process) -> dict[str, str]:
    raw = Path(f"/proc/{process.pid}/environ").read_bytes().decode("utf-8", "replace")
    return dict(item.partition("=")[::2] for item in raw.split("\0") if "=" in item)


def test_the_supervisor_has_them(terminal: Terminal, hostile: dict[str, str]) -> None:
    assert hostile.items() <= environment(psutil.Process(terminal.pid)).items()


def test_no_process_of_the_session_has_them(terminal: Terminal, hostile: dict[str, str]) -> None:
    tree = process_tree.tree(terminal.control.terminal()["serving"])
    read = 0
    for process in tree:
        # An engine process kept ready may go by itself; in its last moment only root may read it.
        with suppress(ProcessLookupError, FileNotFoundError, PermissionError):
            found = environment(process).items() & hostile.items()
            assert not found, (process.pid, found)
            read += 1
    assert read > 2, "the session and the engine's processes"


def test_nothing_of_the_session_listens(terminal: Terminal) -> None:
    tree = {process.pid for process in process_tree.tree(terminal.control.terminal()["serving"])}
    everything = psutil.net_connections("inet")
    assert [item for item in everything if item.status == "LISTEN" and item.pid in tree] == []
    assert int(PORT) not in [item.laddr.port for item in everything if item.laddr]


def test_no_key_was_logged(terminal: Terminal, hostile: dict[str, str]) -> None:
    assert not os.path.lexists(hostile["SSLKEYLOGFILE"])

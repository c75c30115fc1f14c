"""A terminal for each file, back at its attract screen before each test; failed tests report its state."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.cards.pcsc import PcscService
from kiosk.training.base import process_tree
from kiosk.training.launch import STOPPED
from kiosk.training.remote.control import ControlError
from kiosk.training.station import TRACE
from tests.support import observe
from tests.support.authority import Authority
from tests.support.eyes import Eyes
from tests.support.progress import Progress, progress_by
from tests.support.terminal import Terminal
from tests.support.trace import assert_clean, read_trace
from tests.support.waiting import eventually
from tests.support.xserver import MONITOR, Picture, XServer, display

if TYPE_CHECKING:
    from tests.support.pcscd import VirtualPcsc

Start = Callable[..., Terminal]


@pytest.fixture(scope="session", autouse=True)
def no_forbidden_apdu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After every file: no signature key or certificate, no text or face application was selected on any card."""
    yield
    for file in tmp_path_factory.getbasetemp().rglob(TRACE):
        assert_clean(read_trace(file))


@pytest.fixture(scope="module")
def monitor() -> tuple[int, int]:
    """Width and height of each monitor in pixels; test files override this."""
    return MONITOR


@pytest.fixture(scope="module")
def monitors(tmp_path_factory: pytest.TempPathFactory, monitor: tuple[int, int]) -> Iterator[XServer]:
    """An X server with monitors and a keyboard, for files whose terminal is on it."""
    with display(tmp_path_factory.mktemp("x"), monitor=monitor) as server:
        yield server


@pytest.fixture(scope="module")
def screen(monitors: XServer) -> Iterator[Picture]:
    """What is on the monitor, whenever it is looked at."""
    picture = monitors.picture()
    yield picture
    picture.close()


@pytest.fixture
def eyes(terminal: Terminal, screen: Picture, monitor: tuple[int, int], tmp_path: Path) -> Eyes:
    """Who sits before the first monitor."""
    return Eyes(terminal, screen, monitor, tmp_path)


@pytest.fixture(scope="module")
def daemon() -> Iterator["VirtualPcsc"]:
    """A pcscd with the virtual reader, and nothing on it."""
    from tests.support import pcscd  # it sends this process's clients to its own socket: only where one is wanted

    with pcscd.virtual_pcsc() as running:
        yield running


@pytest.fixture
def service(daemon: "VirtualPcsc") -> Iterator[PcscService]:
    """A client of that pcscd. Afterwards the reader is empty."""
    from tests.support import pcscd

    made = PcscService()
    yield made
    daemon.detach()
    eventually(lambda: not pcscd.present(made))
    made.close()


@pytest.fixture(scope="session")
def progress(request: pytest.FixtureRequest) -> Progress:
    """Lines on the terminal about a list that takes long."""
    plugins = request.config.pluginmanager
    terminal, capture = plugins.get_plugin("terminalreporter"), plugins.get_plugin("capturemanager")
    assert terminal is not None
    assert capture is not None

    def write_line(line: str) -> None:
        with capture.global_and_fixture_disabled():
            terminal.write(f"{line}\n", flush=True)

    return progress_by(write_line)


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """Settings of the file's terminal; test files override this."""
    return {}


@pytest.fixture(scope="module")
def authority() -> Authority | None:
    """Whom the sessions of the file's terminal trust besides the public ones; test files override this."""
    return None


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, choices: dict[str, Any], authority: Authority | None
) -> Iterator[Terminal]:
    """The file's terminal. Stopped regularly at the end; no process may be left."""
    terminal = Terminal(tmp_path_factory.mktemp("t"), **choices)
    if authority is not None:
        authority.trust(terminal.settings.authorities)
    with terminal:
        processes = process_tree.tree(terminal.pid)
        yield terminal
        processes += process_tree.tree(terminal.pid)
    assert not process_tree.alive(processes), observe.command_lines(process_tree.alive(processes))


@pytest.fixture
def terminal(running: Terminal) -> Iterator[Terminal]:
    """The file's terminal at its attract screen, with empty reader and portal; its log is checked after the test."""
    running.back_to_start()
    seen = len(observe.log_lines(running.data))
    yield running
    assert_quiet(running, seen)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts terminals with settings of their own, as in ``start(timers={"idle": 2})``, up to the attract screen."""
    started: list[Terminal] = []

    def one(**choices: Any) -> Terminal:
        terminal = Terminal(tmp_path / str(len(started)), **choices)
        started.append(terminal)
        terminal.__enter__()
        terminal.control.wait_phase("ready")
        return terminal

    yield one
    for terminal in started:
        if terminal.process is not None and terminal.process.poll() is None:
            assert terminal.stop() in STOPPED, terminal.story()
        assert_quiet(terminal)


def assert_quiet(terminal: Terminal, seen: int = 0) -> None:
    """No event of level warning or higher was logged, except those in ``terminal.expected``."""
    lines = observe.loud_lines(observe.log_lines(terminal.data)[seen:])
    unexpected = [line for line in lines if line["event"] not in terminal.expected]
    assert not unexpected, unexpected


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the state of its terminals and a screenshot to the report of a failed test."""
    report = yield
    if report.failed and report.when in ("setup", "call"):
        for name, value in getattr(item, "funcargs", {}).items():
            if isinstance(value, Terminal) and name != "running":
                report.sections.append((f"terminal {name}", _story(value, item.name)))
    return report


def _story(terminal: Terminal, test: str) -> str:
    try:
        picture = terminal.settings.root / f"{test.replace('/', '_')}.png"
        terminal.control.screenshot(picture)
        return f"{terminal.story()}\n--- picture {picture}"
    except ControlError as error:
        return f"{terminal.story()}\n--- no picture: {error}"

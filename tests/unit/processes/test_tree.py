"""Sessions are started, fed and killed, with real processes (Linux). ``SLEEPER`` prints its pid and never ends."""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.processes import start as processes, tree
from kiosk.processes.start import SessionProcess
from kiosk.protocol import messages
from kiosk.system import clock

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not sys.platform.startswith("linux"), reason="trees of Linux")]

LIMIT, SLEEPER = 5.0, "import os, time; print(os.getpid(), flush=True); time.sleep(600)"


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition; fail when it stays false."""
    deadline, pause = clock.now() + LIMIT, threading.Event()
    while not condition():
        assert clock.now() < deadline, "waited in vain"
        pause.wait(0.001)


class Ears:
    """Collects the output of a session."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.closed: list[str] = []
        self.stderr: list[bytes] = []

    def wait_lines(self, count: int) -> list[int]:
        until(lambda: len(self.lines) >= count)
        return [int(line) for line in self.lines if line.isdigit()]

    def wait_closed(self) -> str:
        until(lambda: bool(self.closed))
        return self.closed[0]


@pytest.fixture
def spare() -> frozenset[int]:
    """Processes that other tests may have started below pytest."""
    processes.become_subreaper()
    return frozenset(child.pid for child in psutil.Process().children(recursive=True))


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def start(spare: frozenset[int], ears: Ears) -> Iterator[Callable[[str], SessionProcess]]:
    started = []

    def begin(source: str, env: dict[str, str] | None = None) -> SessionProcess:
        argv = [sys.executable, "-I", "-S", "-c", source]
        callbacks = (ears.lines.append, ears.closed.append, ears.stderr.append)
        session = SessionProcess.start(argv, processes.session_environment(os.environ) | (env or {}), *callbacks)
        started.append(session)
        return session

    yield begin
    assert kill(spare) is None
    for session in started:
        session.close()
    until(lambda: len(ears.closed) == len(started))
    until(lambda: not any(thread.name.startswith("session_") for thread in threading.enumerate()))


def kill(spare: frozenset[int], *roots: int) -> str | None:
    return processes.kill_tree(roots, spare, clock.now() + LIMIT)


def exists(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


Start = Callable[..., SessionProcess]


class TestPipes:
    def test_lines_go_both_ways(self, start: Start, ears: Ears) -> None:
        session = start("import sys\nfor line in sys.stdin: print('got', line, end='', flush=True)")
        assert session.write(b"one\n")
        assert session.write("二\n".encode())
        until(lambda: ears.lines == [b"got one", "got 二".encode()])
        session.close()
        assert ears.wait_closed() == "eof"
        until(lambda: not session.running)

    def test_stderr_is_told_apart_and_cut(self, start: Start, ears: Ears) -> None:
        start("import sys; sys.stderr.write('a\\n' + 'x' * 10_000)")
        assert ears.wait_closed() == "eof"
        until(lambda: sum(map(len, ears.stderr)) >= 10_001)
        assert ears.stderr[0] == b"a"
        assert max(map(len, ears.stderr)) <= 4096
        assert not ears.lines

    @pytest.mark.parametrize("megabytes", [1, 10])
    def test_a_line_that_is_too_long(self, start: Start, ears: Ears, megabytes: int) -> None:
        start(f"import sys; print('first'); sys.stdout.write('x' * {megabytes}_000_000); sys.stdout.flush()")
        assert ears.wait_closed() == "protocol"
        assert b"first" not in ears.lines[1:]

    def test_the_longest_line(self, start: Start, ears: Ears) -> None:
        start(f"print('x' * {messages.MAX_LINE})")
        assert ears.wait_closed() == "eof"
        assert ears.lines == [b"x" * messages.MAX_LINE]

    def test_half_a_line(self, start: Start, ears: Ears) -> None:
        start("import sys; sys.stdout.write('whole\\nhalf')")
        assert ears.wait_closed() == "half_line"
        assert ears.lines == [b"whole"]

    def test_a_closed_stdout_of_a_living_session(self, start: Start, ears: Ears) -> None:
        session = start("import os, time; os.close(1); time.sleep(600)")
        assert ears.wait_closed() == "eof"
        assert session.running

    def test_a_closed_stdin_of_a_living_session(self, start: Start, ears: Ears) -> None:
        session = start("import os, time; os.close(0); print('1', flush=True); time.sleep(600)")
        ears.wait_lines(1)
        session.write(b"anybody?\n")
        assert ears.wait_closed() == "pipe"
        assert not session.write(b"again\n")

    def test_last_words_count_more_than_the_broken_pipe(self, start: Start, ears: Ears) -> None:
        session = start("import os; os.close(0); print('1', flush=True); print('last words')")
        session.write(b"late\n")
        ears.wait_closed()
        assert ears.lines == [b"1", b"last words"]

    def test_a_session_that_does_not_read_blocks_nobody(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        session = start(SLEEPER)
        ears.wait_lines(1)
        began = clock.now()
        assert not all(session.write(b"x" * 8000 + b"\n") for _ in range(100))
        session.close()
        assert clock.now() - began < 0.5
        assert kill(spare) is None

    def test_an_error_in_a_callback_ends_the_connection(
        self, spare: frozenset[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        closed: list[str] = []
        hooked: list[object] = []
        monkeypatch.setattr(threading, "excepthook", hooked.append)

        def fail(_: bytes) -> None:
            raise RuntimeError

        argv = [sys.executable, "-I", "-S", "-c", SLEEPER]
        SessionProcess.start(argv, processes.session_environment(os.environ), fail, closed.append, lambda _: None)
        until(lambda: bool(closed and hooked))
        assert closed == ["callback"]
        assert kill(spare) is None

    def test_closed_is_told_once(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        session = start("import os, time; os.close(0); print('1', flush=True); time.sleep(600)")
        ears.wait_lines(1)
        session.write(b"x\n")
        ears.wait_closed()
        kill(spare)
        session.close()
        until(lambda: not any(thread.name.startswith("session_") for thread in threading.enumerate()))
        assert ears.closed == ["pipe"]

    def test_the_session_sees_exactly_that(self, start: Start, ears: Ears, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SSLKEYLOGFILE", "/tmp/keys")
        start("import os; print(sorted(os.environ))")
        ears.wait_closed()
        assert b"SSLKEYLOGFILE" not in ears.lines[0]
        assert b"PATH" in ears.lines[0]

    def test_only_its_pipes_are_open_in_the_session(self, start: Start, ears: Ears) -> None:
        leak = os.open("/dev/null", os.O_RDONLY)
        os.set_inheritable(leak, True)
        start("import os; print(sorted(os.listdir('/proc/self/fd')))")
        ears.wait_closed()
        os.close(leak)
        assert eval(ears.lines[0]) == ["0", "1", "2", "3"]  # 3 is the listing itself


class TestKillTree:
    def test_a_session_that_ignores_the_end_of_stdin(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        session = start(f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n{SLEEPER}")
        (pid,) = ears.wait_lines(1)
        session.close()
        assert exists(pid)
        assert kill(spare) is None
        assert not exists(pid)
        assert not session.running
        assert ears.wait_closed() == "eof"

    def test_a_tree_of_five(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        children = (
            f"import subprocess, sys\nfor _ in range(4): subprocess.Popen([sys.executable, '-S', '-c', '{SLEEPER}'])"
        )
        start(f"{children}\n{SLEEPER}")
        pids = ears.wait_lines(5)
        began = clock.now()
        assert kill(spare) is None
        assert clock.now() - began < 0.5  # a few milliseconds; the limit only finds a wait that should not be there
        assert not any(map(exists, pids))

    def test_a_grandchild_that_left_the_session(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        start(f"import os\nif os.fork() == 0:\n  os.setsid()\n  if os.fork(): os._exit(0)\n{SLEEPER}")
        pids = ears.wait_lines(2)
        assert kill(spare) is None
        assert not any(map(exists, pids))

    def test_an_orphan_whose_session_is_gone(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        session = start(f"import os\nif os.fork(): os._exit(0)\nos.setsid()\n{SLEEPER}")
        (orphan,) = ears.wait_lines(1)
        until(lambda: not session.running)
        assert kill(spare) is None
        assert not exists(orphan)

    def test_stopped_processes(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        session = start(f"import os\nos.fork()\n{SLEEPER}")
        pids = ears.wait_lines(2)
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        until(lambda: all(psutil.Process(pid).status() == psutil.STATUS_STOPPED for pid in pids))
        assert kill(spare) is None
        assert not any(map(exists, pids))
        assert not session.running

    def test_a_fork_bomb(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        bomb = (
            "import os, time\n"
            "end = time.monotonic() + 30\n"
            "for _ in range(4): os.fork()\n"
            "print(os.getpid(), flush=True)\n"
            "while time.monotonic() < end:\n"
            "  if os.fork() == 0: time.sleep(0.02); os._exit(0)\n"
            "  time.sleep(0.005)\n"
        )
        start(bomb)
        pids = ears.wait_lines(16)
        assert kill(spare) is None
        assert not any(map(exists, pids))
        assert {child.pid for child in psutil.Process().children(recursive=True)} <= spare

    def test_what_is_spared_lives_with_its_children(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        source = f"import os\nif os.fork() == 0: os.setsid()\n{SLEEPER}"
        argv = [sys.executable, "-I", "-S", "-c", source]
        helper = processes.start_helper(argv, {}, stdout=-1)
        assert helper.stdout
        pids = [int(helper.stdout.readline()) for _ in range(2)]
        start(SLEEPER)
        ears.wait_lines(1)
        assert kill(spare | {helper.pid}) is None
        assert helper.poll() is None
        assert all(map(exists, pids))
        assert kill(spare) is None
        assert helper.poll() == -signal.SIGKILL
        assert not any(map(exists, pids))
        helper.stdout.close()

    def test_a_zombie_counts_as_gone_once_reaped(self, start: Start, ears: Ears, spare: frozenset[int]) -> None:
        start(f"import os\nif os.fork() == 0: os._exit(0)\n{SLEEPER}")
        ears.wait_lines(1)
        assert kill(spare) is None
        assert {child.pid for child in psutil.Process().children(recursive=True)} <= spare

    def test_nothing_to_kill(self, spare: frozenset[int]) -> None:
        assert kill(spare) is None
        assert kill(spare, 2**22 + 1) is None

    def test_what_cannot_be_killed_is_told(
        self, start: Start, ears: Ears, spare: frozenset[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        start(SLEEPER)
        ears.wait_lines(1)
        with monkeypatch.context() as patch:
            patch.setattr(tree._system, "kill", lambda pid: None)
            assert processes.kill_tree([], spare, clock.now() + 0.03) == "still alive: 1"

    def test_a_system_that_does_not_tell_is_a_failure(
        self, spare: frozenset[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse() -> Iterator[int]:
            raise PermissionError

        monkeypatch.setattr(tree._system, "pids", refuse)
        assert kill(spare) == "the processes cannot be listed"


class TestParentDeath:
    def test_the_session_dies_with_the_supervisor(self, spare: frozenset[int], tmp_path: Path) -> None:
        source = (
            "import os, sys\nfrom kiosk.processes import start as p\n"
            f"argv = [sys.executable, '-I', '-S', '-c', {SLEEPER!r}]\n"
            "tell = lambda line: print(line.decode(), flush=True)\n"
            "s = p.SessionProcess.start(argv, p.session_environment(os.environ), tell, tell, tell)\n"
            "sys.stdin.read()\n"
        )
        argv = [sys.executable, "-c", source]
        supervisor = processes.start_helper(argv, dict(os.environ), stdin=-1, stdout=-1)
        assert supervisor.stdout
        assert supervisor.stdin
        session = int(supervisor.stdout.readline())
        supervisor.kill()
        supervisor.wait()
        until(lambda: not exists(session) or psutil.Process(session).status() == psutil.STATUS_ZOMBIE)
        assert kill(spare) is None
        supervisor.stdout.close()
        supervisor.stdin.close()


class TestRecord:
    @pytest.fixture
    def record(self, tmp_path: Path) -> Path:
        return tmp_path / "tree.json"

    def kill_recorded(self, record: Path) -> str | None:
        return processes.kill_recorded(record, clock.now() + LIMIT)

    def test_no_record(self, record: Path) -> None:
        assert self.kill_recorded(record) is None

    def test_it_is_private_and_whole(self, record: Path) -> None:
        processes.record_tree(record, "0" * 16)
        assert json.loads(record.read_text())["pid"] is None
        processes.record_tree(record, "0" * 16, os.getpid())
        assert json.loads(record.read_text())["pid"] == os.getpid()
        assert record.stat().st_mode & 0o777 == 0o600
        assert [entry.name for entry in record.parent.iterdir()] == [record.name]

    def test_the_recorded_process_and_its_children(self, start: Start, ears: Ears, record: Path) -> None:
        session = start(f"import os\nos.fork()\n{SLEEPER}")
        pids = ears.wait_lines(2)
        processes.record_tree(record, "0" * 16, session.pid)
        assert self.kill_recorded(record) is None
        assert not any(map(exists, pids))

    def test_another_process_with_that_pid_is_left_alone(self, start: Start, ears: Ears, record: Path) -> None:
        session = start(SLEEPER)
        ears.wait_lines(1)
        processes.record_tree(record, "0" * 16, session.pid)
        changed = json.loads(record.read_text()) | {"born": "1"}
        record.write_text(json.dumps(changed))
        assert self.kill_recorded(record) is None
        assert session.running

    def test_a_record_from_before_the_machine_was_restarted(self, start: Start, ears: Ears, record: Path) -> None:
        session = start(SLEEPER)
        ears.wait_lines(1)
        processes.record_tree(record, "0" * 16, session.pid)
        record.write_text(json.dumps(json.loads(record.read_text()) | {"boot": "another"}))
        assert self.kill_recorded(record) is None
        assert session.running

    def test_orphans_are_found_by_the_mark_in_their_environment(self, start: Start, ears: Ears, record: Path) -> None:
        source = f"import os\nif os.fork(): os._exit(0)\nos.setsid()\n{SLEEPER}"
        start(source, processes.tree_marker(record))
        (orphan,) = ears.wait_lines(1)
        processes.record_tree(record, "0" * 16)
        assert self.kill_recorded(record) is None
        assert not exists(orphan)

    @pytest.mark.parametrize("where", ["home", "cwd"])
    def test_orphans_are_found_by_the_session_folder(
        self, start: Start, ears: Ears, record: Path, tmp_path: Path, where: str
    ) -> None:
        folder = tmp_path / "s1"
        (folder / "deep").mkdir(parents=True)
        change = f"os.chdir({str(folder / 'deep')!r})\n" if where == "cwd" else ""
        env = {"HOME": str(folder)} if where == "home" else {}
        start(f"import os\nif os.fork(): os._exit(0)\nos.setsid()\n{change}{SLEEPER}", env)
        (orphan,) = ears.wait_lines(1)
        processes.record_tree(record, "0" * 16, None, folder)
        assert self.kill_recorded(record) is None
        assert not exists(orphan)

    def test_the_one_that_cleans_up_is_never_killed(self, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        processes.record_tree(record, "0" * 16, os.getpid())
        assert self.kill_recorded(record) is None

    @pytest.mark.parametrize(
        "text", ["", "{", "[]", "{}", "\ud800", '{"session_id":1,"pid":true,"born":"","boot":"","folder":""}']
    )
    def test_a_record_that_cannot_be_read_fails(self, record: Path, text: str) -> None:
        record.write_bytes(text.encode("utf-8", "surrogatepass"))
        assert self.kill_recorded(record) == "the record of the last session cannot be read"

    def test_a_folder_in_its_place_fails(self, record: Path) -> None:
        record.mkdir()
        assert self.kill_recorded(record) == "the record of the last session cannot be read"

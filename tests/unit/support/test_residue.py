"""tests/support/residue.py: it finds what is in the memory of a process, and one that has ended stops nobody."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import residue

WORD = b"residue-of-nobody"
CHILD = "import sys; word = ('residue-' + 'of-nobody').encode(); print(flush=True); sys.stdin.read()"


@pytest.fixture
def child() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that keeps the word in its memory until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-I", "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdout.readline()
        yield running
        running.stdin.close()


def test_what_is_there_is_found(child: "subprocess.Popen[bytes]") -> None:
    assert residue.copies_in_memory([child.pid], {"word": WORD, "other": b"residue-of-everybody"})["word"] > 0


def test_a_process_that_has_ended_has_nothing() -> None:
    """For an ordinary user the system refuses the memory of one that nobody has waited for yet."""
    with subprocess.Popen(["true"]) as ended:
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        assert residue.copies_in_memory([ended.pid], {"word": WORD}) == {"word": 0}
    assert residue.copies_in_memory([ended.pid], {"word": WORD}) == {"word": 0}


@pytest.mark.skipif(
    os.geteuid() in (0, Path("/proc/1").stat().st_uid), reason="needs a process that this user may not read"
)
def test_one_that_may_not_be_read_is_no_proof() -> None:
    with pytest.raises(PermissionError):
        residue.copies_in_memory([1], {"word": WORD})

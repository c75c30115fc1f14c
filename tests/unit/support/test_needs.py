"""tests/support/needs.py: what another account can run is tried, the way its child processes would be started."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import needs

pytestmark = [needs.root("to become another account"), needs.programs("setpriv")]


@pytest.fixture
def program() -> Iterator[Path]:
    """A program in a folder that others may enter: pytest's own is private."""
    with tempfile.TemporaryDirectory(prefix="needs-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if not needs.runs_as_nobody("test", "-x", name):
            pytest.skip(f"another account cannot enter {name}")
        made = folder / "program"
        made.write_text("#!/bin/sh\nexit 0\n")
        made.chmod(0o755)
        yield made


def test_what_everybody_may_run(program: Path) -> None:
    assert needs.runs_as_nobody(str(program))


def test_what_lies_in_a_folder_of_roots(program: Path) -> None:
    """Without a shell in between setpriv itself would start it, with root's rights."""
    program.parent.chmod(0o700)
    assert not needs.runs_as_nobody(str(program))


def test_a_folder_of_roots_is_named(program: Path) -> None:
    program.parent.chmod(0o700)
    with pytest.raises(pytest.skip.Exception, match=f"cannot enter {program.parent}"):
        needs.another_account(program.parent)


def test_an_interpreter_that_is_roots_alone_is_named(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own folder can be entered, the interpreter's cannot."""
    (program.parent / "bin").mkdir(mode=0o700)
    moved = program.rename(program.parent / "bin" / "python3")
    monkeypatch.setattr("sys.executable", str(moved))
    with pytest.raises(pytest.skip.Exception, match="cannot run this interpreter"):
        needs.another_account(program.parent)

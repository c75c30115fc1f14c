"""tests/support/lanes.py: which tests get which process, and what is said at the end."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.support import lanes


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("===== 12 passed, 1 skipped in 3.2s =====", {"passed": 12, "skipped": 1}),
        ("\x1b[31m===== \x1b[1m2 failed\x1b[0m, 3 passed, 1 error in 1s =====", {"failed": 2, "passed": 3, "error": 1}),
        ("3 errors, 2 warnings in 1s", {"error": 3, "warning": 2}),
        ("no tests ran in 0.1s", {}),
    ],
)
def test_the_numbers_of_a_stage(line: str, counts: dict[str, int]) -> None:
    assert lanes.counted(line) == counts


def test_the_closing_line_is_like_that_of_pytest() -> None:
    line = lanes.closing_line(Counter(passed=12, failed=1), 61.234)
    assert " 1 failed, 12 passed in 61.23s (1:01) " in line
    assert line.startswith("===")
    assert line.endswith("===")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one quick test and three end-to-end files."""
    monkeypatch.setattr(lanes, "ROOT", tmp_path)
    monkeypatch.setattr(lanes, "E2E", tmp_path / "tests" / "e2e")
    for name in ("unit/test_x.py", "e2e/test_a.py", "e2e/test_b.py", "e2e/test_gate.py"):
        (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests" / name).write_text("")
    return tmp_path


def pretend(monkeypatch: pytest.MonkeyPatch, codes: dict[str, int]) -> list[list[str]]:
    """Do not run pytest; exit codes by a word in the arguments."""
    seen: list[list[str]] = []

    def one(arguments: list[str], **_: Any) -> lanes.Run:
        seen.append(arguments)
        code = next((code for word, code in codes.items() if word in " ".join(arguments)), 0)
        return lanes.Run(code, Counter(passed=4, failed=1) if code == 1 else Counter(passed=1))

    monkeypatch.setattr(lanes, "pytest", one)
    return seen


def test_every_end_to_end_file_has_a_process_of_its_own(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "SIDE_BY_SIDE", 1)
    seen = pretend(monkeypatch, {})
    assert lanes.main(["-x"]) == 0
    files = [str(Path("tests/e2e") / f"test_{name}.py") for name in ("gate", "a", "b")]
    assert [arguments[0] for arguments in seen] == ["tests/unit", *files], "the long ones begin"
    assert all(arguments[-1] == "-x" for arguments in seen)
    assert len({arguments[2] for arguments in seen}) == len(seen), "each with a memory of failures of its own"


def test_what_failed_is_tried_once_more_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = pretend(monkeypatch, {"--last-failed": 0, "test_a": 1})
    assert lanes.main([]) == 0
    assert seen[-1][0].endswith("test_a.py")
    assert "--last-failed" in seen[-1]
    assert seen[-1].count("-o") == 1
    assert sum(1 for arguments in seen if "--last-failed" in arguments) == 1


def test_a_quick_test_that_fails_is_not_tried_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = pretend(monkeypatch, {"unit": 1})
    assert lanes.main([]) == 1
    assert not any("--last-failed" in arguments for arguments in seen)


def test_what_fails_twice_has_failed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(monkeypatch, {"test_a": 1})
    assert lanes.main([]) == 1
    told = capsys.readouterr()
    assert " 1 failed, 7 passed in " in told.out
    assert "FAILED ONCE" in told.err


def test_quick_leaves_them_out_and_nothing_found_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = pretend(monkeypatch, {"unit": 5})
    assert lanes.main(["quick", "-k", "x"]) == 0
    assert sorted(arguments[0] for arguments in seen) == [
        "tests/screens",
        "tests/unit",
        "tests/unit/doctor",
        "tests/unit/training",
    ]
    assert all("not slow" in arguments for arguments in seen)


@pytest.mark.parametrize("root", [True, False])
def test_root_hands_over_to_an_ordinary_user(project: Path, monkeypatch: pytest.MonkeyPatch, root: bool) -> None:
    """Who is one already runs the quick tests without the slow ones, and every end-to-end file."""
    seen = pretend(monkeypatch, {})
    monkeypatch.setattr(lanes, "is_root", lambda: root)
    monkeypatch.setattr("tests.support.account.as_ordinary_user", lambda rest: 3 if rest == ["-x"] else 4)
    assert lanes.main(["user", "-x"]) == (3 if root else 0)
    slow = {arguments[0]: "not slow" not in arguments for arguments in seen}
    files = {str(Path("tests/e2e") / f"test_{name}.py"): True for name in ("gate", "a", "b")}
    assert slow == ({} if root else {"tests/unit": False, **files})


def test_reasons_are_counted() -> None:
    lines = [
        "SKIPPED [2] tests/e2e/test_a.py:12: needs root to mount\n",
        "\x1b[33mSKIPPED\x1b[0m [1] tests/e2e/test_b.py: needs root to mount\n",
        "SKIPPED [1] tests/support/needs.py:34: another account cannot enter /x: y\n",
        "2 passed, 4 skipped in 1s\n",
    ]
    found = lanes.why_skipped(lines)
    assert lanes.reasons([lanes.Run(0, Counter(), found)] * 2) == [
        "2 skipped: another account cannot enter /x: y",
        "6 skipped: needs root to mount",
    ]


def test_named_files_go_to_pytest_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = pretend(monkeypatch, {})
    assert lanes.main(["tests/unit/test_run.py::test_x", "-q"]) == 0
    assert seen == [["tests/unit/test_run.py::test_x", "-q"]]

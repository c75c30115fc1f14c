"""In which order a tree is killed: a browser holds requests for its renderers, so it goes before them."""

import pytest
from hypothesis import given, strategies as st

from kiosk.processes import tree
from kiosk.processes.system import ProcessInfo


def table(parents: dict[int, int]) -> dict[int, ProcessInfo]:
    return {pid: ProcessInfo(parent, "1", False) for pid, parent in parents.items()}


def test_the_session_goes_before_its_renderers_whatever_the_table_says() -> None:
    assert tree.parents_first(table({30: 20, 31: 20, 20: 10, 10: 1})) == [10, 20, 30, 31]
    assert tree.parents_first(table({30: 20, 31: 5})) == [30, 31], "their browser is gone"


def test_what_was_never_started_by_anybody_is_killed_too() -> None:
    assert sorted(tree.parents_first(table({1: 2, 2: 1, 3: 9}))) == [1, 2, 3]


@given(st.dictionaries(st.integers(1, 20), st.integers(0, 20)))
def test_everybody_is_in_it_once_and_after_their_parent(parents: dict[int, int]) -> None:
    order = tree.parents_first(table(parents))
    assert sorted(order) == sorted(parents)
    roots = {pid for pid in parents if parents[pid] not in parents}
    for pid in order:
        if parents[pid] in roots and pid not in roots:
            assert order.index(parents[pid]) < order.index(pid)


def test_the_kill_follows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []

    class System:
        """Two processes that are gone as soon as they were killed."""

        def pids(self) -> list[int]:
            return [pid for pid in (30, 20) if pid not in killed]

        def inspect(self, pid: int) -> ProcessInfo | None:
            return None if pid in killed else ProcessInfo({30: 20, 20: 10}[pid], "1", False)

        def kill(self, pid: int) -> None:
            killed.append(pid)

    monkeypatch.setattr(tree, "_system", System())
    assert tree.kill_until_none(set, float("inf"), lambda _: None) is None
    assert killed == [20, 30]

"""What the database itself refuses, and a file with tables of another version."""

import sqlite3
from pathlib import Path

import pytest

from kiosk.training.portal.rules import State
from kiosk.training.portal.store import Order, Store
from tests.unit.training.portal.card_holder import NOON

BOTH = ("new_card", "health_insurance")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "portal.sqlite")


def test_nothing_of_an_application_is_written_when_one_measure_is_taken(store: Store) -> None:
    store.apply("a", Order(("health_insurance",), "mihon-pay", "IDOFA1"), 1, NOON)
    with pytest.raises(sqlite3.IntegrityError):
        store.apply("a", Order(BOTH, "mihon-pay", "IDOFA2"), 1, NOON)
    assert [item.measures for item in store.applications()] == [("health_insurance",)]


def test_a_payment_id_belongs_to_one_person(store: Store) -> None:
    store.apply("a", Order(BOTH, "mihon-pay", "IDOFA1"), 1, NOON)
    with pytest.raises(sqlite3.IntegrityError):
        store.apply("b", Order(("account",), "mihon-pay", "IDOFA1"), 1, NOON)
    store.apply("a", Order(("account",), "mihon-pay", "IDOFA1"), 1, NOON)
    for which in (1, 2):
        store.set_state(which, State.CANCELLED)
    store.apply("b", Order(("account",), "mihon-pay", "IDOFA1"), 1, NOON)
    assert store.payment_in_use("mihon-pay", "IDOFA1", "a")
    assert not store.payment_in_use("mihon-pay", "IDOFA1", "b")


def test_a_file_of_another_version_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "portal.sqlite"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE applications (id INTEGER PRIMARY KEY, measures TEXT NOT NULL)")
        old.execute("INSERT INTO applications (measures) VALUES ('account')")
    old.close()
    store = Store(file)
    assert store.applications() == []
    assert store.apply("a", Order(BOTH, "mihon-pay", "IDOFA1"), 1, NOON) == 1
    store.close()
    assert len(Store(file).applications()) == 1

"""The failure catalogue: its sentences."""

import re
import tomllib

import pytest

import resources
from kiosk.failures import Failure, FailureName, failure, failures

ALL = list(failures().values())
by_name = pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)


@by_name
def test_every_failure_says_what_to_do(item: Failure) -> None:
    assert item.citizen.endswith("。")
    assert item.next_step.endswith("ください。") or item.next_step.endswith("お願いします。")
    assert item.staff.endswith("。") or item.staff.endswith("）。")


@by_name
def test_citizens_read_no_technical_words(item: Failure) -> None:
    shown = item.citizen + item.next_step
    assert not re.search(r"エラー|ログアウト|紐|セッション|プロセス|PIN|例外|[A-Za-z]", shown), shown


@by_name
def test_english_is_there(item: Failure) -> None:
    english = item.in_language("en")
    assert english.citizen.isascii()
    assert english.next_step.isascii()
    assert english.code == item.code
    assert item.in_language("ja") is item


def test_codes_are_unique_and_of_their_form() -> None:
    codes = [item.code for item in ALL]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[RCPBSWT][0-9]{2}", code) for code in codes)


def test_the_type_checker_knows_the_names_of_the_catalogue() -> None:
    named = tomllib.loads(resources.path("failures.toml").read_text("utf-8"))
    assert list(FailureName) == list(named), "kiosk/failures.py: the names in the order of the file"
    assert failure(FailureName.PIN_WRONG).code == "P01"

"""The bridge accepts only its content script's messages, and answers only their sender. Any message may be hostile."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QCoreApplication

from kiosk.system import clock
from ui.browser import web_eid
from ui.browser.web_eid import CANCELLED, INSECURE, INVALID, LONGEST, PENDING, RATE, Bridge, Place

DOCUMENT, NONCE = "0123456789abcdef" * 2, "n" * 44
PLACE = Place("https://portal.example", "https://portal.example/login?secret=1")
ASK = {
    "kind": "request",
    "doc": DOCUMENT,
    "id": 1,
    "action": "web-eid:authenticate",
    "nonce": NONCE,
    "version": "2.1.0",
}


class Page:
    """A page, its content script, and the replies to it; ``reported``: the bridge's signals."""

    def __init__(self, place: Place = PLACE) -> None:
        self.place = place
        self.bridge = Bridge(lambda: self.place)
        self.replies: list[dict[str, Any]] = []
        self.reported: list[str] = []
        self.bridge.reply.connect(lambda raw: self.replies.append(json.loads(raw)))
        self.bridge.asked.connect(lambda: self.reported.append("asked"))
        self.bridge.cancelled.connect(lambda: self.reported.append("cancelled"))
        self.bridge.loaded.connect(lambda usable: self.reported.append(f"loaded {usable}"))

    def send(self, **changes: object) -> list[dict[str, Any]]:
        """One ``authenticate`` with these differences; returns the replies that it brought."""
        return self.say({**ASK, **changes})

    def say(self, message: Mapping[str, object]) -> list[dict[str, Any]]:
        """One message; returns the replies that it brought."""
        known = len(self.replies)
        self.bridge.request(json.dumps(message))
        return self.replies[known:]

    def code(self, **changes: object) -> str:
        """The error that an ``authenticate`` brought."""
        (reply,) = self.send(**changes)
        return str(reply["message"]["error"]["code"])


@pytest.fixture
def page(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page whose clock stands still."""
    monkeypatch.setattr(clock, "now", lambda: 100.0)
    return Page()


WRONG: list[dict[str, object]] = [
    {"doc": None},
    {"doc": DOCUMENT.upper()},
    {"doc": DOCUMENT + "\n"},
    {"doc": DOCUMENT[:-1]},
    {"kind": "other"},
    {"kind": ["request"]},
    {"kind": {}},
    {"id": True},
    {"id": 1.0},
    {"id": "1"},
    {"action": None},
    {"nonce": 44},
    {"version": []},
]


@pytest.mark.parametrize("change", WRONG)
def test_a_message_of_another_shape_is_dropped(page: Page, change: dict[str, object]) -> None:
    assert page.send(**change) == []
    assert (page.reported, page.bridge.pending) == ([], None)


@pytest.mark.parametrize("name", ["kind", "doc", "id", "action", "nonce", "version"])
def test_a_message_with_something_missing_is_dropped(page: Page, name: str) -> None:
    page.bridge.request(json.dumps({key: value for key, value in ASK.items() if key != name}))
    assert (page.replies, page.reported) == ([], [])


@pytest.mark.parametrize("raw", ["", "null", "[]", "1", '"x"', "{", "[" * 8000, '{"id":' + "9" * 5000 + "}", "NaN"])
def test_what_is_no_message_is_dropped(raw: str) -> None:
    assert web_eid._parse(raw) is None


def test_a_message_that_is_too_long_is_dropped() -> None:
    fits = json.dumps({**ASK, "extra": ""})
    padded = json.dumps({**ASK, "extra": "x" * (LONGEST - len(fits))})
    assert web_eid._parse(padded) is not None
    assert web_eid._parse(padded + " ") is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
TEXTS = st.sampled_from([*(str(value) for value in ASK.values()), "web-eid:status", "web-eid:sign", "created", "hello"])
NEARLY = st.fixed_dictionaries({}, optional={name: st.just(value) | TEXTS | JSON for name, value in ASK.items()})


@given(st.text() | JSON.map(json.dumps) | NEARLY.map(json.dumps))
def test_parsing_gives_a_whole_message_or_nothing(raw: str) -> None:
    message = web_eid._parse(raw)
    if message is not None:
        assert web_eid.DOCUMENT.fullmatch(message["doc"])
        assert message["kind"] in ("created", "hello", "request")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(NEARLY, max_size=RATE))
def test_nothing_hostile_raises_or_is_answered_for_another_document(
    qapp: QCoreApplication, sent: list[dict[str, object]]
) -> None:
    page = Page()
    for message in sent:
        for reply in page.say(message):
            assert (reply["doc"], reply["id"]) == (message["doc"], message["id"])
    challenge = page.bridge.pending
    assert challenge is None or (challenge.origin == PLACE.origin and web_eid.NONCE.fullmatch(challenge.nonce))


def test_the_origin_is_the_engine_s_word_never_the_page_s(page: Page) -> None:
    page.send(origin="https://evil.example", url="https://evil.example/")
    challenge = page.bridge.pending
    assert challenge is not None
    assert (challenge.origin, challenge.page) == (PLACE.origin, PLACE.page)


def test_nothing_is_signed_where_the_engine_knows_no_origin(page: Page) -> None:
    page.place = Place(None, "about:blank")
    assert page.code() == INSECURE
    assert page.bridge.pending is None


@pytest.mark.parametrize("nonce", ["", "n" * 43, "n" * 129, "n" * 43 + "é", "n" * 44 + "\n", "n n" * 20])
def test_a_nonce_of_another_form_is_refused(page: Page, nonce: str) -> None:
    assert page.code(nonce=nonce) == INVALID
    assert page.reported == []


@pytest.mark.parametrize("action", ["web-eid:sign", "web-eid:get-signing-certificate", "web-eid:other", ""])
def test_the_signature_key_is_never_touched(page: Page, action: str) -> None:
    assert page.code(action=action) == CANCELLED
    assert (page.reported, page.bridge.pending) == ([], None)


def test_one_dialogue_at_a_time(page: Page) -> None:
    assert page.send() == []
    assert page.code(id=2) == PENDING
    assert page.reported == ["asked"]
    page.bridge.fail()
    assert (page.replies[-1]["id"], page.bridge.pending) == (1, None)


def test_an_answer_goes_out_once(page: Page) -> None:
    page.send()
    page.bridge.succeed(b"certificate", "RS256", b"signature")
    page.bridge.succeed(b"certificate", "RS256", b"signature")
    page.bridge.fail()
    (reply,) = page.replies
    assert reply["message"]["action"] == "web-eid:authenticate-success"
    assert (reply["message"]["format"], reply["message"]["algorithm"]) == ("web-eid:1.0", "RS256")


def test_an_answer_after_the_page_has_gone_goes_to_nobody(page: Page) -> None:
    page.send()
    page.say({"kind": "created", "doc": "f" * 32, "at": "https://portal.example.jp/"})
    page.bridge.succeed(b"certificate", "RS256", b"signature")
    assert (page.reported, page.replies) == (["asked", "cancelled"], [])


def test_a_flood_is_dropped_and_ends_with_its_second(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = sum(len(page.send(action="web-eid:status", id=number)) for number in range(10 * RATE))
    assert answered == RATE
    monkeypatch.setattr(clock, "now", lambda: 101.0)
    assert len(page.send(action="web-eid:status")) == 1


@pytest.mark.parametrize(
    ("version", "echoed"),
    [("2.1.0", "2.1.0"), ("2.1.0-beta.2+x", "2.1.0-beta.2+x"), ("<script>", "2.0.0"), ("2.1.0\n", "2.0.0")],
)
def test_the_status_echoes_only_a_version(page: Page, version: str, echoed: str) -> None:
    (reply,) = page.send(action="web-eid:status", version=version)
    assert reply["message"]["library"] == echoed


@pytest.mark.parametrize(
    ("html", "controls", "usable"), [(True, True, True), (True, False, False), (1, 1, False), (None, None, False)]
)
def test_a_page_is_usable_only_if_it_says_so(page: Page, html: object, controls: object, usable: bool) -> None:
    page.say({"kind": "hello", "doc": DOCUMENT, "html": html, "controls": controls})
    assert page.reported == [f"loaded {usable}"]


def test_what_is_signed_binds_origin_and_nonce(page: Page) -> None:
    page.send()
    first = page.bridge.pending
    assert first is not None
    page.bridge.fail()
    page.place = Place("https://other.example", PLACE.page)
    page.send()
    second = page.bridge.pending
    assert second is not None
    for algorithm, size in (("RS256", 32), ("ES384", 48)):
        one, other = first.message(algorithm), second.message(algorithm)
        assert len(one) == 2 * size
        assert one[:size] != other[:size]
        assert one[size:] == other[size:]

"""The protocol accepts exactly its messages and refuses all else with an error that repeats nothing of it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from kiosk.protocol import messages as m
from kiosk.vocabulary import SESSION_MARKS, CardVerdict, EndReason, ReaderShape, ReaderState
from tests.support.audit_lines import started

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
_COUNT = st.integers(0, 2**63 - 1)
_SECONDS = st.floats(0.001, 86_400, allow_nan=False) | st.integers(1, 86_400)
_TIMERS = st.builds(m.SessionTimers, *[_SECONDS] * 6)
_CONFIG = st.builds(
    m.SessionConfig,
    *[_TEXT] * 5,
    st.sampled_from(ReaderShape),
    st.booleans(),
    st.lists(_TEXT, max_size=4).map(tuple),
    _TIMERS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.lists(_TEXT, max_size=4).map(tuple),
    st.booleans(),
    _TEXT,
    _TEXT,
)
_DOWN = st.one_of(
    st.builds(
        m.Start,
        st.text("0123456789abcdef", min_size=16, max_size=16),
        st.sampled_from(SESSION_MARKS),
        st.just("") | st.datetimes().map(lambda moment: moment.isoformat()),
        _CONFIG,
    ),
    st.builds(m.Reader, st.sampled_from(ReaderState), _COUNT),
    st.builds(m.Watching, st.booleans()),
    st.builds(m.End, st.sampled_from(EndReason)),
)
_EVENTS = st.just(m.AuditReport("check_passed", {}))
_UP = st.one_of(
    st.builds(m.Hello, _COUNT),
    st.just(m.Ready()),
    st.just(m.Alive()),
    st.builds(m.Activity, _COUNT),
    st.just(m.Begun()),
    st.builds(m.Card, st.sampled_from(CardVerdict)),
    _EVENTS,
    st.builds(m.Ended, st.sampled_from(EndReason)),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
TIMERS = m.SessionTimers(60, 15, 30, 20, 60, 1800)
CONFIG = m.SessionConfig(
    "/data/s",
    "T1",
    "見本市",
    "3番",
    "Reader",
    ReaderShape.SLOT,
    False,
    ("ja", "en"),
    TIMERS,
    False,
    False,
    True,
    False,
    ("MAP a.example:443 a.example:443",),
    True,
    "user",
    "password",
)
START = m.Start("0123456789abcdef", "umbrella", "2026-01-02T03:04:05+09:00", CONFIG)


def _body(message: m.Up | m.Down) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(m.encode(message))
    return body


def _line(body: object) -> bytes:
    return json.dumps(body).encode()


@given(_DOWN)
def test_down_round_trip(message: m.Down) -> None:
    line = m.encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert m.decode_down(line) == m.decode_down(line[:-1]) == message


@given(_UP)
def test_up_round_trip(message: m.Up) -> None:
    assert m.decode_up(m.encode(message)) == message
    assert type(m.decode_up(m.encode(message))) is type(message)


def test_the_wire_form_is_as_written_down() -> None:
    assert m.encode(m.Activity(7)) == b'{"v":1,"type":"activity","idle_ms":7}\n'
    assert m.encode(m.End(EndReason.IDLE)) == b'{"v":1,"type":"end","reason":"idle"}\n'


@given(st.binary(max_size=200))
@example(b"")
@example(b"[" * 8000)
@example(b'{"v":' + b"9" * 5000 + b"}")
@example(b"\xef\xbb\xbf{}")
@example('{"v":1,"type":"alive"}'.encode("utf-16"))
def test_bytes_never_raise_anything_else(line: bytes) -> None:
    for decode in (m.decode_up, m.decode_down):
        with pytest.raises(m.ProtocolError):
            decode(line)


@given(_JSON)
def test_json_never_raises_anything_else(value: object) -> None:
    for decode in (m.decode_up, m.decode_down):
        with pytest.raises(m.ProtocolError):
            decode(_line(value))


@given(st.sampled_from([START, m.Reader(ReaderState.CARD, 3), m.End(EndReason.IDLE)]), st.data())
def test_no_damaged_field_gets_through(message: m.Down, data: st.DataObject) -> None:
    body = _body(message)
    name = data.draw(st.sampled_from(sorted(body)))
    body[name] = data.draw(_JSON)
    try:
        decoded = m.decode_down(_line(body))
    except m.ProtocolError:
        return
    assert m.decode_down(m.encode(decoded)) == decoded


@pytest.mark.parametrize("message", [START, m.Reader(ReaderState.EMPTY, 0), m.End(EndReason.IDLE)])
def test_missing_extra_and_doubled_keys(message: m.Down) -> None:
    body = _body(message)
    for name in body:
        with pytest.raises(m.ProtocolError):
            m.decode_down(_line({key: value for key, value in body.items() if key != name}))
    with pytest.raises(m.ProtocolError):
        m.decode_down(_line({**body, "more": 1}))
    with pytest.raises(m.ProtocolError):
        m.decode_down(m.encode(message)[:-2] + b',"type":"end"}')


def test_keys_inside_are_checked_too() -> None:
    for name in ("config", "timers"):
        body = _body(START)
        inner = body["config"] if name == "config" else body["config"]["timers"]
        inner["more"] = 1
        with pytest.raises(m.ProtocolError):
            m.decode_down(_line(body))


@pytest.mark.parametrize(
    "line",
    [
        b'{"v":2,"type":"alive"}',
        b'{"v":true,"type":"alive"}',
        b'{"v":1.0,"type":"alive"}',
        b'{"v":"1","type":"alive"}',
        b'{"type":"alive","v":1}',
        b'{"v":1,"type":"ALIVE"}',
        b'{"v":1,"type":["alive"]}',
        b'{"v":1,"type":"end","reason":"idle"}',
        b'{"v":1,"type":"activity","idle_ms":true}',
        b'{"v":1,"type":"activity","idle_ms":1.0}',
        b'{"v":1,"type":"activity","idle_ms":-1}',
        b'{"v":1,"type":"activity","idle_ms":9223372036854775808}',
        b'{"v":1,"type":"activity","idle_ms":"1"}',
        b'{"v":1,"type":"card","verdict":"SAME"}',
        b'{"v":1,"type":"ended","reason":""}',
        b'{"v":1,"type":"hello","protocol":null}',
        b'{"v":1,"type":"alive"}{"v":1,"type":"alive"}',
        b'{"v":1,"type":"alive"',
        b'[{"v":1,"type":"alive"}]',
    ],
)
def test_what_is_not_agreed_is_refused(line: bytes) -> None:
    with pytest.raises(m.ProtocolError):
        m.decode_up(line)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("session_id", "0123456789ABCDEF"),
        ("session_id", "0123456789abcde"),
        ("session_id", "0123456789abcdef\n"),
        ("session_id", "٠123456789abcdef"),
        ("mark", "dragon"),
        ("wiped_at", "yesterday"),
        ("wiped_at", None),
        ("config", []),
    ],
)
def test_start_is_checked(where: str, value: object) -> None:
    with pytest.raises(m.ProtocolError):
        m.decode_down(_line({**_body(START), where: value}))


@pytest.mark.parametrize("seconds", [0, -1, True, "60", None, 86_401, 1e308, 10**400])
def test_timers_are_seconds(seconds: object) -> None:
    body = _body(START)
    body["config"]["timers"]["idle"] = seconds
    with pytest.raises(m.ProtocolError):
        m.decode_down(_line(body))


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"1e999"])
def test_no_number_that_json_does_not_have(number: bytes) -> None:
    line = m.encode(START).replace(b'"idle":60', b'"idle":' + number)
    assert number in line
    with pytest.raises(m.ProtocolError):
        m.decode_down(line)


@pytest.mark.parametrize("text", ["\0", "a\ud800", 7, None, ["a"]])
def test_texts_can_be_written_anywhere(text: object) -> None:
    body = _body(START)
    body["config"]["city"] = text
    with pytest.raises(m.ProtocolError):
        m.decode_down(_line(body))


@pytest.mark.parametrize(
    "event",
    [
        m.AuditReport("no_such_event", {}),
        m.AuditReport("kiosk_started", started(training=True)),
        m.AuditReport("session_ended", {"reason": "idle"}),
        m.AuditReport("check_passed", {"name": "花子"}),
    ],
)
def test_an_event_outside_the_closed_list_is_refused_on_both_sides(event: m.AuditReport) -> None:
    with pytest.raises(m.ProtocolError):
        m.encode(event)
    line = _line({"v": 1, "type": "event", "code": event.code, "fields": dict(event.fields)})
    with pytest.raises(m.ProtocolError):
        m.decode_up(line)


@pytest.mark.parametrize("value", [None, 1.5, [], {}, "a\ud800", 2**70])
def test_event_fields_are_plain(value: object) -> None:
    line = _line({"v": 1, "type": "event", "code": "check_passed", "fields": {"x": value}})
    with pytest.raises(m.ProtocolError):
        m.decode_up(line)


def test_a_message_that_does_not_fit_is_not_sent() -> None:
    with pytest.raises(m.ProtocolError, match="too long"):
        m.encode(replace(START, config=replace(CONFIG, city="市" * m.MAX_LINE)))


@pytest.mark.parametrize("bad", ["a\ud800", "\0"])
def test_a_message_that_the_other_side_would_refuse_is_not_sent(bad: str) -> None:
    with pytest.raises(m.ProtocolError):
        m.encode(replace(START, config=replace(CONFIG, city=bad)))


@given(st.text("0123456789", min_size=6, max_size=30))
def test_the_error_never_repeats_what_came(secret: str) -> None:
    lines = [
        f'{{"v":1,"type":"{secret}"}}',
        f'{{"v":1,"type":"activity","idle_ms":"{secret}"}}',
        f'{{"{secret}',
        secret,
    ]
    for line in lines:
        with pytest.raises(m.ProtocolError) as caught:
            m.decode_up(line.encode())
        assert secret not in str(caught.value)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


class TestLineSplitter:
    @given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), max_size=8), st.integers(1, 9))
    def test_lines_come_out_however_they_are_cut(self, lines: list[bytes], size: int) -> None:
        stream = b"".join(line + b"\n" for line in lines)
        splitter = m.LineSplitter()
        found = [line for start in range(0, len(stream), size) for line in splitter.feed(stream[start : start + size])]
        assert found == lines
        assert not splitter.partial

    def test_the_longest_line_passes(self) -> None:
        assert m.LineSplitter().feed(b"x" * m.MAX_LINE + b"\n") == [b"x" * m.MAX_LINE]

    @pytest.mark.parametrize("tail", [b"", b"\n", b"\nmore\n"])
    def test_a_longer_line_is_refused(self, tail: bytes) -> None:
        with pytest.raises(m.ProtocolError):
            m.LineSplitter().feed(b"x" * (m.MAX_LINE + 1) + tail)

    def test_a_line_that_grows_too_long_is_refused_before_its_end(self) -> None:
        splitter = m.LineSplitter()
        splitter.feed(b"x" * m.MAX_LINE)
        with pytest.raises(m.ProtocolError):
            splitter.feed(b"x")

    def test_half_a_line_is_noticed(self) -> None:
        splitter = m.LineSplitter()
        splitter.feed(b"whole\nhalf")
        assert splitter.partial

"""Every single change of an audit file is found: Hypothesis changes, removes, doubles, swaps and cuts lines."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from kiosk.audit.file import AuditFile
from kiosk.audit.key import MemoryKeys, PublicKey, Signer
from kiosk.audit.line import Head, canonical, hash_of, parse, signature_text, signed_bytes
from kiosk.audit.verify import check

LINES = 9


class Chain:
    """A valid file, its public key and its last line."""

    def __init__(self, folder: Path) -> None:
        keys = MemoryKeys()
        self.path = folder / "audit.jsonl"
        audit = AuditFile(self.path, keys)
        for number in range(1, LINES):
            audit.append("pin_wrong", tries_left=number)
        self.lines = self.path.read_bytes().splitlines(keepends=True)
        self.key: PublicKey = keys.signer().public
        self.head: Head = audit.head
        audit.close()

    def found(self, content: bytes, head: Head | None = None) -> list[str]:
        """The report of a check of this content with the public key."""
        self.path.write_bytes(content)
        return check(self.path, [self.key], head).findings


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Chain:
    """One chain for all examples; each example writes the file again."""
    return Chain(tmp_path_factory.mktemp("chain"))


some = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
place = st.integers(0, LINES - 1)


def test_the_untouched_file_is_right(chain: Chain) -> None:
    assert chain.found(b"".join(chain.lines), chain.head) == []


@some
@given(st.data())
def test_any_changed_byte_is_found(chain: Chain, data: st.DataObject) -> None:
    content = bytearray(b"".join(chain.lines))
    where = data.draw(st.integers(0, len(content) - 1))
    content[where] ^= data.draw(st.integers(1, 255))
    found = chain.found(bytes(content))
    number = bytes(content[:where]).count(b"\n") + 1 if where else 1
    assert found
    assert any(f"line {n}:" in text for n in (number, number + 1) for text in found)


@pytest.mark.parametrize("spared", [b'"sig":"', b'"hash":"', b'"mono":', b'"at":"'])
def test_every_byte_of_these_values_counts(chain: Chain, spared: bytes) -> None:
    line = chain.lines[4]
    start = line.index(spared) + len(spared)
    for where in range(start, line.index(b",", start) if b"," in line[start:] else len(line) - 3):
        changed = bytearray(line)
        changed[where] = ord("A") if changed[where] != ord("A") else ord("B")
        assert chain.found(b"".join([*chain.lines[:4], bytes(changed), *chain.lines[5:]])), where


@some
@given(place)
def test_a_removed_line_is_found_and_named(chain: Chain, gone: int) -> None:
    found = chain.found(b"".join(chain.lines[:gone] + chain.lines[gone + 1 :]), chain.head)
    if gone == 0:
        assert "line 2: the lines before it are missing" in found
    elif gone == LINES - 1:
        assert found == [f"line {LINES}: cut off; the keyring knows it as the last line"]
    else:
        assert found == [f"line {gone + 2}: line {gone + 1} is missing before it"]


@some
@given(place)
def test_a_doubled_line_is_found_and_named(chain: Chain, twice: int) -> None:
    lines = [*chain.lines[: twice + 1], *chain.lines[twice:]]
    assert f"line {twice + 1}: doubled" in chain.found(b"".join(lines))


@some
@given(place, place)
@example(0, LINES - 1)
def test_swapped_lines_are_found(chain: Chain, one: int, other: int) -> None:
    lines = list(chain.lines)
    lines[one], lines[other] = lines[other], lines[one]
    found = chain.found(b"".join(lines))
    assert bool(found) == (one != other)
    assert not found or any("in the wrong place" in text or "lines before it" in text for text in found)


@some
@given(st.integers(1, LINES - 1))
def test_a_cut_end_is_found_by_what_the_keyring_knows(chain: Chain, left: int) -> None:
    found = chain.found(b"".join(chain.lines[:left]), chain.head)
    assert len(found) == 1
    assert found[0].startswith(f"line {left + 1}: cut off")


@some
@given(st.data())
def test_an_end_cut_within_a_line_is_found_without_it(chain: Chain, data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(chain.lines[-1]) - 1))
    assert chain.found(b"".join(chain.lines)[:-cut])[0].startswith(f"line {LINES}: damaged")


@pytest.mark.parametrize("signer", [None, Signer()])
def test_who_computes_the_hashes_anew_still_has_no_key(chain: Chain, signer: Signer | None) -> None:
    forged = []
    previous = ""
    for raw in chain.lines:
        line = parse(raw[:-1])
        assert line is not None
        line |= {"tries_left": 15} if line["n"] == 5 else {}
        line["prev"] = previous or line["prev"]
        line["hash"] = previous = hash_of(line)
        line |= {"sig": signature_text(signer.sign(signed_bytes(line["hash"])))} if signer else {}
        forged.append(canonical(line) + b"\n")
    found = chain.found(b"".join(forged))
    assert "line 5: its signature is not right" in found
    assert not any("follow" in text for text in found)

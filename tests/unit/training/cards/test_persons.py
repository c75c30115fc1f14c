"""Training persons and their CA: complete, closed vocabulary, never mistaken for real."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID

from kiosk.system import clock
from kiosk.training.cards.persons import WITH_JPKI, PersonError, load_persons
from kiosk.training.cards.training_ca import JST, POLICY, RSA_OCTETS, _begins, load_or_make
from tests.support.cards import ca, person

NEEDED = """taro hanako renewed_today one_try_left pin_blocked child_14 pin_less phone expired next_generation transport
licence bank foreign_eid blank mute old_juki"""


def certificate(name: str) -> x509.Certificate:
    return x509.load_der_x509_certificate(ca().issue(person(name)).certificate)


def test_all_kinds_are_there_and_marked_as_training() -> None:
    persons = load_persons()
    assert set(NEEDED.split()) <= set(persons)
    for one in persons.values():
        assert "研修用" in one.label["ja"]
        assert "training" in one.label["en"]
        assert one.note["ja"]
        assert one.note["en"]
        assert "pin=" not in repr(one)
    assert persons[persons["child_14"].representative].age >= 18


@pytest.mark.parametrize(
    "line", ["secret = 1", 'kind = "gold"', 'pin = "12345"', 'pin = "12a4"', "tries = 4", 'id = "b"']
)
def test_unknown_words_are_refused(tmp_path: Path, line: str) -> None:
    good = {"id": 'id = "a"', "kind": 'kind = "blank"', line.split(maxsplit=1)[0]: line}
    texts = '[label]\nja = "x"\nen = "x"\n[note]\nja = "x"\nen = "x"\n'
    (tmp_path / "a.toml").write_text("\n".join(good.values()) + "\n" + texts, encoding="utf-8")
    with pytest.raises(PersonError):
        load_persons(tmp_path)


def test_a_representative_must_exist(tmp_path: Path) -> None:
    text = 'id = "a"\nkind = "blank"\nrepresentative = "b"\n[label]\nja = "x"\nen = "x"\n[note]\nja = "x"\nen = "x"\n'
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PersonError):
        load_persons(tmp_path)


def test_the_certificate_has_the_shape_of_the_real_one() -> None:
    made = certificate("taro")
    made.verify_directly_issued_by(ca().certificate)
    assert len(made.public_bytes(serialization.Encoding.DER)) == RSA_OCTETS
    name = made.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    assert (len(name), name[14:19]) == (23, "00000")
    usage = made.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert not usage.value.content_commitment
    policies = made.extensions.get_extension_for_class(x509.CertificatePolicies).value
    assert [policy.policy_identifier for policy in policies] == [POLICY]
    assert made.not_valid_after_utc.astimezone(JST).strftime("%H:%M:%S") == "23:59:59"
    assert "TRAINING" in made.issuer.rfc4514_string()


def test_relative_dates() -> None:
    now = clock.wall()
    assert certificate("expired").not_valid_after_utc < now < certificate("taro").not_valid_after_utc
    assert certificate("renewed_today").not_valid_before_utc.astimezone(JST).date() == now.astimezone(JST).date()
    just_after_midnight = datetime(2030, 5, 1, 0, 10, tzinfo=JST)
    options = person("renewed_today").certificate
    assert options is not None
    assert _begins(options, just_after_midnight).astimezone(JST).day == 1


def test_everything_is_cached_in_the_folder(tmp_path: Path) -> None:
    first, kyoko = load_or_make(tmp_path / "ca"), person("renewed_today")
    issued = first.issue(kyoko).certificate
    days = 0
    second = load_or_make(tmp_path / "ca", lambda: clock.wall() + timedelta(days=days))
    assert second.der == first.der
    assert second.issue(kyoko).certificate == issued
    assert (tmp_path / "ca").stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in (tmp_path / "ca").iterdir())
    days = 1
    assert second.issue(kyoko).certificate != issued


def test_persons_have_different_identities() -> None:
    names = [one.id for one in load_persons().values() if one.kind in WITH_JPKI and one.certificate][:3]
    assert len({certificate(name).serial_number for name in names}) == len(names)

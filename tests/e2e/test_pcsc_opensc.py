"""Independent checks: OpenSC's jpki driver and openssl accept the software card and the kiosk's signatures."""

import base64
import hashlib
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from kiosk.cards.identity import CardSession
from kiosk.cards.pcsc import PcscService
from kiosk.training.cards.software_card import SoftwareCard
from tests.support import needs, pcscd
from tests.support.cards import KEY, ca, person, typed
from tests.support.pcscd import READER, VirtualPcsc, place, run

pytestmark = [
    pytest.mark.pcsc,
    pcscd.needed,
    needs.programs("opensc-tool", "pkcs15-tool", "pkcs11-tool", "openssl"),
]


@pytest.fixture
def taro(daemon: VirtualPcsc, service: PcscService) -> SoftwareCard:
    return place(daemon, service)


def certificate() -> bytes:
    return ca().issue(person("taro")).certificate


def public_key(folder: Path) -> Path:
    key = x509.load_der_x509_certificate(certificate()).public_key()
    file = folder / "public.pem"
    file.write_bytes(key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    return file


def assert_openssl_verifies(folder: Path, message: bytes, signature: bytes) -> None:
    (folder / "message").write_bytes(message)
    (folder / "signature").write_bytes(signature)
    files = ("-signature", str(folder / "signature"), str(folder / "message"))
    checked = run("openssl", "dgst", "-sha256", "-verify", str(public_key(folder)), *files)
    assert "Verified OK" in checked.stdout, checked


def test_opensc_recognises_the_card(taro: SoftwareCard) -> None:
    named = run("opensc-tool", "-r", READER, "-n")
    assert named.stdout.strip() == "jpki", named


def test_opensc_lists_and_reads_the_certificates(taro: SoftwareCard, tmp_path: Path) -> None:
    listed = run("pkcs15-tool", "--reader", READER, "-c")
    assert "User Authentication Certificate" in listed.stdout, listed
    before = len(taro.trace)
    read = run("pkcs15-tool", "--reader", READER, "--read-certificate", "1")
    print("OpenSC's APDUs for the certificate:", len(taro.trace) - before)  # noqa: T201
    body = read.stdout.split("-----BEGIN CERTIFICATE-----")[1].split("-----END")[0]
    assert base64.b64decode(body) == certificate()
    assert len(taro.trace) - before > 4 * 8


def test_opensc_signs_and_openssl_verifies(taro: SoftwareCard, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"hello")
    before = len(taro.trace)
    signed = run(
        "pkcs11-tool", "--slot-index", "0", "--login", "--pin", "1234", "--sign",
        "-m", "SHA256-RSA-PKCS", "--input-file", str(tmp_path / "in"), "--output-file", str(tmp_path / "out"),
    )  # fmt: skip
    assert signed.returncode == 0, signed
    print("OpenSC's APDUs for login and signature:", len(taro.trace) - before)  # noqa: T201
    assert_openssl_verifies(tmp_path, b"hello", (tmp_path / "out").read_bytes())


def test_openssl_verifies_the_kiosks_token_and_the_chain(taro: SoftwareCard, tmp_path: Path) -> None:
    nonce, origin = b"yi7TIdH52PXEYKd7DMEasrAsfOjvV7xvimLzk4ooDgI=", b"https://madoguchi.example.jp"
    message = hashlib.sha256(origin).digest() + hashlib.sha256(nonce).digest()
    service = PcscService()
    session = CardSession(service, READER, KEY)
    reading = session.read()
    signature = session.sign(typed("1234"), message, reading.fingerprint)
    service.close()
    assert_openssl_verifies(tmp_path, message, signature)
    (tmp_path / "own.pem").write_text(
        "-----BEGIN CERTIFICATE-----\n"
        + base64.encodebytes(reading.certificate).decode()
        + "-----END CERTIFICATE-----\n",
        encoding="ascii",
    )
    chain = run("openssl", "verify", "-CAfile", str(ca().pem), str(tmp_path / "own.pem"))
    assert chain.stdout.strip().endswith("OK"), chain


def test_opensc_sees_the_kiosks_card_closed(taro: SoftwareCard, tmp_path: Path) -> None:
    """After a signature of the kiosk, OpenSC gets none without the PIN."""
    service = PcscService()
    session = CardSession(service, READER, KEY)
    session.sign(typed("1234"), b"challenge", session.read().fingerprint)
    service.close()
    (tmp_path / "in").write_bytes(b"hello")
    refused = run(
        "pkcs11-tool", "--slot-index", "0", "--sign", "-m", "SHA256-RSA-PKCS",
        "--input-file", str(tmp_path / "in"), "--output-file", str(tmp_path / "out"),
    )  # fmt: skip
    assert refused.returncode != 0
    assert not (tmp_path / "out").exists() or not (tmp_path / "out").read_bytes()

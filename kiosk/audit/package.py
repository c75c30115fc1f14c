"""The package in which a terminal hands its audit file on: one ZIP with the files, the public key and a signed list.

``manifest.json`` says which terminal made it and when, size and SHA-256 of each file, and the last line, so that a cut
end is seen away from the terminal, too. ``manifest.sig`` is the signature of the terminal's key over it.
"""

import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.audit.key import PublicKey, Signer
from kiosk.audit.line import Head

MANIFEST, SIGNATURE, KEY = "manifest.json", "manifest.sig", "public-key.pem"
KIND, FORMAT = "audit_export", 1
#: Prefix of the signed bytes, so that no signature of a line can be taken for one over a list.
_DOMAIN = b"madoguchi-kiosk export 1\n"
#: The only names under which an audit file is unpacked: no folder, nothing else.
_NAME = re.compile(r"audit(-\d{10}-\d{4}-\d\d)?\.jsonl")
_TERMINAL = re.compile(r"[A-Za-z0-9_-]{1,32}")
#: Bytes at most of the list, and of an audit file; the terminal closes its files at 12 MB.
_MOST_LIST, _MOST_FILE = 1_000_000, 64_000_000


class NotAPackage(ValueError):
    """A file is no such package, or was changed; the text names nothing from it."""


@dataclass(frozen=True)
class Package:
    """A package whose signature and hashes were right. ``key`` made the signature; whose it is, a list must say."""

    terminal: str
    key: PublicKey
    last: Head
    files: tuple[Path, ...]


def seal(manifest: Mapping[str, Any], signer: Signer) -> tuple[bytes, bytes]:
    """The content of the list and of its signature."""
    content = json.dumps({**manifest, "key": signer.public.text}, ensure_ascii=False, indent=1).encode() + b"\n"
    return content, base64.b64encode(signer.sign(_DOMAIN + content))


def unpack(package: Path, folder: Path) -> Package:
    """Check the package and unpack its audit files into ``folder``, which exists. Raises NotAPackage, OSError."""
    try:
        with zipfile.ZipFile(package) as opened:
            manifest = _manifest(opened)
            files = tuple(_unpack(opened, item, folder) for item in manifest["files"])
            last = Head(int(manifest["last"]["n"]), str(manifest["last"]["hash"]))
            terminal, key = manifest["terminal"], PublicKey(bytes.fromhex(manifest["key"]))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, KeyError, TypeError, EOFError) as error:
        raise NotAPackage(type(error).__name__) from None
    if not _TERMINAL.fullmatch(terminal):
        raise NotAPackage("terminal")
    return Package(terminal, key, last, files)


def _manifest(opened: zipfile.ZipFile) -> dict[str, Any]:
    """The list, once its signature was found right. Raises NotAPackage, KeyError, ValueError, TypeError."""
    content = _read(opened, MANIFEST, _MOST_LIST)
    signature = base64.b64decode(_read(opened, SIGNATURE, _MOST_LIST), validate=True)
    manifest: dict[str, Any] = json.loads(content)
    if not PublicKey(bytes.fromhex(manifest["key"])).signed(signature, _DOMAIN + content):
        raise NotAPackage("signature")
    if (manifest["kind"], manifest["format"]) != (KIND, FORMAT):
        raise NotAPackage("kind")
    return manifest


def _unpack(opened: zipfile.ZipFile, item: Mapping[str, Any], folder: Path) -> Path:
    name = item["name"]
    if not _NAME.fullmatch(name):
        raise NotAPackage("name")
    content = _read(opened, name, _MOST_FILE)
    if hashlib.sha256(content).hexdigest() != item["sha256"]:
        raise NotAPackage("content")
    target = folder / str(name)
    target.write_bytes(content)
    return target


def _read(opened: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One file of the ZIP. What its directory says of its size is not believed."""
    with opened.open(name) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise NotAPackage("size")
    return content

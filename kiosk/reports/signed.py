"""The signature of a report, and of the city's word that it has read one. Pure but for the key.

Both are made over the canonical JSON without the signature. The purpose is signed with it, so that a report never
passes for an acknowledgement, or for a line of the audit file.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence
from enum import Enum, unique
from typing import Any

from kiosk.audit.key import PublicKey, Signer
from kiosk.audit.line import canonical, signature_text

_SIGNATURE = "sig"


@unique
class Purpose(Enum):
    """What is signed."""

    REPORT = b"madoguchi-kiosk mix-up report 1\n"
    ACKNOWLEDGEMENT = b"madoguchi-kiosk acknowledgement 1\n"


def signed(content: Mapping[str, Any], purpose: Purpose, signer: Signer) -> dict[str, Any]:
    """The content with its signature."""
    plain = dict(content)
    return {**plain, _SIGNATURE: signature_text(signer.sign(_bytes(plain, purpose)))}


def is_signed(content: Mapping[str, Any], purpose: Purpose, keys: Sequence[PublicKey]) -> bool:
    """Whether one of these keys signed exactly this content for this purpose."""
    plain = {name: value for name, value in content.items() if name != _SIGNATURE}
    try:
        signature = base64.b64decode(content.get(_SIGNATURE, ""), validate=True)
    except (binascii.Error, TypeError, ValueError):
        return False
    return any(key.signed(signature, _bytes(plain, purpose)) for key in keys)


def _bytes(plain: Mapping[str, Any], purpose: Purpose) -> bytes:
    return purpose.value + canonical(dict(plain), ordered=True)

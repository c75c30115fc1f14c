"""What answers a proxy's 407: Basic (RFC 7617) and Digest (RFC 7616: MD5, SHA-256)."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterable
from urllib.request import parse_http_list, parse_keqv_list

from kiosk.network.login import Login

_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


def kinds(challenges: Iterable[str]) -> tuple[str, ...]:
    """The kinds of login that a proxy offers, in small letters: ``basic``, ``digest``, ``ntlm``, ``negotiate``."""
    return tuple(dict.fromkeys(challenge.partition(" ")[0].lower() for challenge in challenges))


def supported(challenges: Iterable[str]) -> bool:
    """Whether one of them can be answered."""
    return any(_answers(challenges))


def header(challenges: Iterable[str], target: str, login: Login) -> str:
    """``Proxy-Authorization`` for CONNECT of this target, Digest before Basic; "" if none of them can be answered."""
    answers = _answers(challenges)
    return answers[0](target, login) if answers else ""


def _answers(challenges: Iterable[str]) -> list[Callable[[str, Login], str]]:
    parts = [challenge.partition(" ") for challenge in challenges]
    digests = [_digest(rest) for kind, _, rest in parts if kind.lower() == "digest"]
    basics = [_basic for kind, _, _ in parts if kind.lower() == "basic"]
    return [*(answer for answer in digests if answer), *basics]


def _basic(_: str, login: Login) -> str:
    return "Basic " + base64.b64encode(f"{login.user}:{login.password}".encode()).decode("ascii")


def _digest(challenge: str) -> Callable[[str, Login], str] | None:
    given = {name.lower(): value for name, value in parse_keqv_list(_pairs(challenge)).items()}
    algorithm, qop = given.get("algorithm", "MD5").upper(), given.get("qop", "")
    offered = {item.strip() for item in qop.split(",")}
    if algorithm not in _HASHES or not {"realm", "nonce"} <= given.keys() or (qop and "auth" not in offered):
        return None
    return lambda target, login: _answer(given, algorithm, bool(qop), target, login)


def _pairs(challenge: str) -> list[str]:
    return [item for item in parse_http_list(challenge) if "=" in item]


def _answer(given: dict[str, str], algorithm: str, with_qop: bool, target: str, login: Login) -> str:
    def of(text: str) -> str:
        return _HASHES[algorithm](text.encode()).hexdigest()

    secret, asked = of(f"{login.user}:{given['realm']}:{login.password}"), of(f"CONNECT:{target}")
    own = secrets.token_hex(8)
    middle = f"{given['nonce']}:00000001:{own}:auth" if with_qop else given["nonce"]
    fields = [
        f'username="{_escaped(login.user)}"',
        *(f'{name}="{given[name]}"' for name in ("realm", "nonce", "opaque") if name in given),
        f'uri="{target}"',
        f'response="{of(f"{secret}:{middle}:{asked}")}"',
        f"algorithm={algorithm}",
        *([f'qop=auth, nc=00000001, cnonce="{own}"'] if with_qop else []),
    ]
    return "Digest " + ", ".join(fields)


def _escaped(user: str) -> str:
    return user.replace("\\", "\\\\").replace('"', '\\"')

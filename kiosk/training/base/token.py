"""The secret of the control channel: a file in a folder that only this account may enter."""

import secrets
from pathlib import Path


def make_folder(folder: Path) -> None:
    """The folder of the control sockets (0700), with a fresh token."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    (folder / "token").write_text(secrets.token_hex(16), encoding="ascii")


def token_of(folder: Path) -> bytes:
    """The token that a client must present. Raises OSError."""
    return (folder / "token").read_bytes()

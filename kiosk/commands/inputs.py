"""What the commands are given: ``--config``, the configuration, public keys; and how a wrong one ends the command."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.exit_codes import ExitCode
from kiosk.failures import FailureName, failure
from kiosk.system import regular_file

if TYPE_CHECKING:
    from kiosk.audit.key import PublicKey
    from kiosk.config.settings import Config

#: Bytes at most of a file with public keys.
_KEY_FILE = 100_000

ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="The kiosk.toml to use; without it the machine's own.", metavar="FILE")
]


def stop(text: str, code: ExitCode, failure_name: FailureName | None = None) -> typer.Exit:
    """Print why the command ends, with the code of the failure, and return what ends it."""
    mark = f" [{failure(failure_name).code}]" if failure_name else ""
    typer.echo(f"kiosk: {text}{mark}", err=True)
    return typer.Exit(code)


def load(file: Path | None) -> "Config":
    """The checked configuration; a wrong one is printed as a sentence and ends the command with code 2."""
    from kiosk.config.settings import ConfigError, load_config

    try:
        return load_config(file)
    except ConfigError as error:
        raise stop(str(error), ExitCode.WRONG_USE, error.failure) from None


def no_key() -> typer.Exit:
    """Nothing was signed on this account yet."""
    return stop("there is no key yet: the first `kiosk run` of this account makes it", ExitCode.CHECK_FAILED)


def unreadable(error: Exception) -> typer.Exit:
    """The audit file cannot be read."""
    return stop(f"the audit file cannot be read: {error}", ExitCode.CHECK_FAILED, FailureName.AUDIT_UNWRITABLE)


def keys_from(file: Path) -> "tuple[PublicKey, ...]":
    """The public keys in this file; a wrong one is printed as a sentence and ends the command with code 2."""
    from kiosk.audit.key import PublicKeyError, public_keys

    try:
        return public_keys(regular_file.read(file, _KEY_FILE))
    except (OSError, PublicKeyError) as error:
        raise stop(f"{file}: {error}", ExitCode.WRONG_USE) from None

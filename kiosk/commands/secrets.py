"""``kiosk staff-code`` and ``kiosk proxy-login``: what this account's keyring keeps."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.inputs import stop
from kiosk.exit_codes import ExitCode

if TYPE_CHECKING:
    from kiosk.network.login import Login

staff_code_app = typer.Typer(no_args_is_help=True, help="The code that brings a terminal back into service.")
proxy_app = typer.Typer(no_args_is_help=True, help="The login for the city's proxy.")

#: Characters at most of user name and password on standard input.
_LOGIN_LINES = 1000


@staff_code_app.command("set")
def set_staff_code() -> None:
    """Ask twice and keep the code's hash in this account's keyring."""
    from kiosk.config.staff_code import StaffCodeError, set_code
    from kiosk.system.secret_store import SecretStore, StoreUnusable

    try:
        SecretStore().check()
        set_code(_prompt_twice())
    except StoreUnusable as error:
        raise stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except StaffCodeError as error:
        raise stop(str(error), ExitCode.CHECK_FAILED) from None
    typer.echo("The staff code is set.")


@staff_code_app.command("hash")
def hash_staff_code() -> None:
    """Ask twice and print the line staff_code_hash of kiosk.toml.

    Nothing is stored.
    """
    from kiosk.config.staff_code import StaffCodeError, hash_code

    try:
        typer.echo(f'staff_code_hash = "{hash_code(_prompt_twice())}"')
    except StaffCodeError as error:
        raise stop(str(error), ExitCode.CHECK_FAILED) from None


def _prompt_twice() -> bytearray:
    first = bytearray(typer.prompt("New staff code (6 to 12 digits)", hide_input=True, err=True).encode())
    second = bytearray(typer.prompt("Once more", hide_input=True, err=True).encode())
    if first != second:
        raise stop("the two are not the same; nothing was changed", ExitCode.CHECK_FAILED)
    return first


StdinOption = Annotated[bool, typer.Option("--stdin", help="Read two lines instead: user name, then password.")]


@proxy_app.command("set")
def set_proxy_login(stdin: StdinOption = False) -> None:
    """Ask for user name and password of the city's proxy and store them in the keyring of this account."""
    from kiosk.network.login import LoginRefused, set_login
    from kiosk.system.secret_store import SecretStore, StoreUnusable

    try:
        store = SecretStore()
        store.check()
        set_login(_login_lines() if stdin else _login_prompts(), store)
    except (StoreUnusable, LoginRefused) as error:
        raise stop(str(error), ExitCode.CHECK_FAILED, getattr(error, "failure", None)) from None
    typer.echo("The proxy's login is set; it holds from the next start of the kiosk.")


@proxy_app.command("remove")
def remove_proxy_login() -> None:
    """Forget user name and password of the city's proxy."""
    from kiosk.network.login import remove_login
    from kiosk.system.secret_store import StoreUnusable

    try:
        remove_login()
    except StoreUnusable as error:
        raise stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    typer.echo("The proxy's login is removed; it holds from the next start of the kiosk.")


def _login_prompts() -> "Login":
    from kiosk.network.login import Login

    user = typer.prompt("User name")
    password = typer.prompt("Password", hide_input=True)
    if typer.prompt("Once more", hide_input=True) != password:
        raise stop("the two are not the same; nothing was changed", ExitCode.CHECK_FAILED)
    return Login(user, password)


def _login_lines() -> "Login":
    from kiosk.network.login import Login

    lines = sys.stdin.read(_LOGIN_LINES).split("\n")
    if len(lines) not in (2, 3) or any(lines[2:]):
        raise stop("two lines were expected: user name, then password", ExitCode.WRONG_USE)
    return Login(lines[0].removesuffix("\r"), lines[1].removesuffix("\r"))

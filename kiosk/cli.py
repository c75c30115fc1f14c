"""The commands of ``kiosk``. Everything large is imported in the command that needs it."""

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.exit_codes import ExitCode
from kiosk.failures import FailureName, failure
from kiosk.system import console, regular_file
from kiosk.version import __version__

if TYPE_CHECKING:
    from kiosk.audit.key import PublicKey
    from kiosk.config.settings import Config
    from kiosk.desk import Desk
    from kiosk.network.login import Login
    from kiosk.procedures.model import Procedure

    RunKiosk = Callable[[Config, tuple[Procedure, ...], Desk], int]

app = typer.Typer(
    name="kiosk",
    help="A kiosk for My Number card support windows: nobody inherits the session of the person before.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
staff_code_app = typer.Typer(no_args_is_help=True, help="The code that brings a terminal back into service.")
proxy_app = typer.Typer(no_args_is_help=True, help="The login for the city's proxy.")
audit_app = typer.Typer(no_args_is_help=True, help="The audit file of this terminal.")
app.add_typer(staff_code_app, name="staff-code")
app.add_typer(proxy_app, name="proxy-login")
app.add_typer(audit_app, name="audit")

#: Characters at most of user name and password on standard input.
_LOGIN_LINES = 1000
#: Bytes at most of a file with public keys.
_KEY_FILE = 100_000
#: Bytes at most of a report: some 500 lines of an audit file.
_REPORT_FILE = 1_000_000

ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="The kiosk.toml to use; without it the machine's own.", metavar="FILE")
]
FileOption = Annotated[Path | None, typer.Option("--file", help="Another audit file.", metavar="FILE")]
KeyOption = Annotated[
    Path | None, typer.Option("--public-key", help="What `kiosk audit public-key` printed.", metavar="FILE")
]


def run_cli(run_kiosk: "RunKiosk") -> int:
    """Run the command of ``sys.argv`` and return its exit code.

    ``run_kiosk`` comes from the composition root and gets what was checked here: configuration, procedures, desk file.
    """
    try:
        code = app(prog_name="kiosk", standalone_mode=False, obj=run_kiosk)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return ExitCode.CHECK_FAILED
    except Exception as error:
        if not hasattr(error, "show"):  # click's errors about wrong use can print themselves
            raise
        error.show()
        return ExitCode.WRONG_USE
    return code if isinstance(code, int) else ExitCode.OK


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Options before the command."""


def _stop(text: str, code: ExitCode, failure_name: FailureName | None = None) -> typer.Exit:
    mark = f" [{failure(failure_name).code}]" if failure_name else ""
    typer.echo(f"kiosk: {text}{mark}", err=True)
    return typer.Exit(code)


def _load(file: Path | None) -> "Config":
    """The checked configuration; a wrong one is printed as a sentence and ends the command with code 2."""
    from kiosk.config.settings import ConfigError, load_config

    try:
        return load_config(file)
    except ConfigError as error:
        raise _stop(str(error), ExitCode.WRONG_USE, error.failure) from None


@app.command("config")
def show_config(config: ConfigOption = None) -> None:
    """Check kiosk.toml and show every setting and its source."""
    from kiosk.config.settings import DEFAULT_FILE, MANUAL, explain

    settings = _load(config)
    if settings.file is None:
        console.write_error(f"kiosk: note: there is no {DEFAULT_FILE} ({MANUAL}): these are the defaults")
    rows = [("key", "value", "source"), *explain(settings)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for key, value, source in rows:
        typer.echo(f"{key:<{widths[0]}}  {value:<{widths[1]}}  {source}")


@app.command("run")
def run(context: typer.Context, config: ConfigOption = None) -> int:
    """Run the kiosk until it is stopped."""
    from kiosk.config.desk import desk_file, load_desk
    from kiosk.config.settings import ConfigError, no_file
    from kiosk.doctor.refusals import refusals
    from kiosk.procedures.load import load_procedures

    settings = _load(config)
    if settings.file is None:
        raise _stop(str(no_file()), ExitCode.WRONG_USE, FailureName.CONFIG_WRONG)
    try:
        procedures = load_procedures(settings.procedures_folder)
        desk = load_desk(desk_file(settings.file))
    except ConfigError as error:
        raise _stop(str(error), ExitCode.WRONG_USE, error.failure) from None
    reasons = refusals(settings, os.environ)
    for reason in reasons:
        _stop(f"refused: {reason.text}", ExitCode.REFUSED, reason.failure)
    if reasons:
        raise typer.Exit(ExitCode.REFUSED)
    run_kiosk: RunKiosk = context.obj
    return run_kiosk(settings, procedures, desk)


@app.command("doctor")
def doctor(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same rows for a program.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not start the browser engine.")] = False,
) -> int:
    """Check whether this terminal is fit to serve.

    Nothing is changed, and no PIN is asked.
    """
    from kiosk.doctor import output as doctor_output
    from kiosk.doctor.examination import Examination

    report = Examination(config, browser=not no_browser).run(doctor_output.progress(console.errors()))
    for line in doctor_output.printed(report, as_json, console.output()):
        typer.echo(line)
    return report.exit_code


@app.command("session", hidden=True)
def session() -> None:
    """One customer's process. Only the supervisor starts it, with this as the only argument, see ``__main__``."""
    raise _stop("a session is started by the supervisor only", ExitCode.WRONG_USE)


@staff_code_app.command("set")
def set_staff_code() -> None:
    """Ask twice and keep the code's hash in this account's keyring."""
    from kiosk.config.staff_code import StaffCodeError, set_code
    from kiosk.system.secret_store import SecretStore, StoreUnusable

    try:
        SecretStore().check()
        set_code(_prompt_twice())
    except StoreUnusable as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except StaffCodeError as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED) from None
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
        raise _stop(str(error), ExitCode.CHECK_FAILED) from None


def _prompt_twice() -> bytearray:
    first = bytearray(typer.prompt("New staff code (6 to 12 digits)", hide_input=True, err=True).encode())
    second = bytearray(typer.prompt("Once more", hide_input=True, err=True).encode())
    if first != second:
        raise _stop("the two are not the same; nothing was changed", ExitCode.CHECK_FAILED)
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
        raise _stop(str(error), ExitCode.CHECK_FAILED, getattr(error, "failure", None)) from None
    typer.echo("The proxy's login is set; it holds from the next start of the kiosk.")


@proxy_app.command("remove")
def remove_proxy_login() -> None:
    """Forget user name and password of the city's proxy."""
    from kiosk.network.login import remove_login
    from kiosk.system.secret_store import StoreUnusable

    try:
        remove_login()
    except StoreUnusable as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    typer.echo("The proxy's login is removed; it holds from the next start of the kiosk.")


def _login_prompts() -> "Login":
    from kiosk.network.login import Login

    user = typer.prompt("User name")
    password = typer.prompt("Password", hide_input=True)
    if typer.prompt("Once more", hide_input=True) != password:
        raise _stop("the two are not the same; nothing was changed", ExitCode.CHECK_FAILED)
    return Login(user, password)


def _login_lines() -> "Login":
    from kiosk.network.login import Login

    lines = sys.stdin.read(_LOGIN_LINES).split("\n")
    if len(lines) not in (2, 3) or any(lines[2:]):
        raise _stop("two lines were expected: user name, then password", ExitCode.WRONG_USE)
    return Login(lines[0].removesuffix("\r"), lines[1].removesuffix("\r"))


def _audit_file(config: Path | None, file: Path | None) -> Path:
    from kiosk.audit.line import AUDIT_FILE

    return file or _load(config).data_folder / AUDIT_FILE


@audit_app.command("show")
def show_audit(
    config: ConfigOption = None,
    file: FileOption = None,
    day: Annotated[str, typer.Option(help="Only this day, YYYY-MM-DD.", metavar="DAY")] = "",
    last: Annotated[int, typer.Option(help="Without --day: how many lines.", min=1)] = 50,
    language: Annotated[str, typer.Option(help="ja or en.")] = "ja",
) -> None:
    """Show the audit file in plain words."""
    from kiosk.audit import file as audit_file, words as audit_words

    if language not in audit_words.LANGUAGES:
        raise _stop(f"--language {language}: ja or en", ExitCode.WRONG_USE)
    try:
        lines = audit_file.read(_audit_file(config, file))
    except audit_file.AuditUnwritable as error:
        raise _unreadable(error) from None
    for text in audit_words.page(lines, day, last, language):
        typer.echo(text)


@audit_app.command("verify")
def verify_audit(config: ConfigOption = None, file: FileOption = None, public_key: KeyOption = None) -> None:
    """Check every line of the audit file.

    The exit code is 1 when one was changed, removed, doubled, moved or cut off.
    """
    from kiosk.audit import check as audit_check, file as audit_file

    keys = _keys_from(public_key) if public_key else ()
    try:
        path = _audit_file(config, file)
        report = audit_check.elsewhere(path, keys) if file else audit_check.on_this_terminal(path, keys)
    except audit_file.AuditUnwritable as error:
        raise _unreadable(error) from None
    for text in audit_check.sentences(report):
        typer.echo(text)
    if report.findings:
        raise typer.Exit(ExitCode.CHECK_FAILED)


@audit_app.command("public-key")
def show_public_key(
    openssh: Annotated[bool, typer.Option("--openssh", help="One line in OpenSSH form instead of PEM.")] = False,
) -> None:
    """Print the public key of this account's audit file.

    Its fingerprint goes to the error output.
    """
    from kiosk.audit.key import KeyringKeys, KeyUnavailable

    try:
        key = KeyringKeys().public()
    except KeyUnavailable as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    if key is None:
        raise _no_key()
    typer.echo(key.openssh() if openssh else key.pem().rstrip())
    typer.echo(f"fingerprint {key.fingerprint}", err=True)


@app.command("acknowledge")
def acknowledge_report(
    report: Annotated[Path, typer.Argument(help="The .json of a report of a suspected mix-up.", metavar="REPORT")],
    public_key: Annotated[
        Path, typer.Option("--public-key", help="The terminal's, from `kiosk audit public-key`.", metavar="FILE")
    ],
    by: Annotated[str, typer.Option("--by", help="The number of the shift, C-01 to C-99.", metavar="NUMBER")],
) -> None:
    """For the city: sign that a report was read.

    The file that is written beside it goes back into the terminal's report folder. The key is this account's.
    """
    from kiosk.audit.key import KeyringKeys, KeyUnavailable
    from kiosk.reports.acknowledgement import SUFFIX, NotAReport, acknowledge
    from kiosk.system import clock, whole_file

    if not re.fullmatch(r"C-[0-9]{2}", by, re.ASCII):
        raise _stop(f"--by {by}: C-01 to C-99", ExitCode.WRONG_USE)
    keys = _keys_from(public_key)
    try:
        content = regular_file.read(report, _REPORT_FILE)
        made = acknowledge(content, keys, by, clock.wall(), KeyringKeys().signer())
        whole_file.write_file(report.with_suffix(SUFFIX), made)
    except KeyUnavailable as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except NotAReport:
        raise _stop(f"{report}: not a whole report that this terminal signed", ExitCode.CHECK_FAILED) from None
    except OSError as error:
        raise _stop(f"{report}: {error.strerror}", ExitCode.CHECK_FAILED) from None
    typer.echo(report.with_suffix(SUFFIX))


@app.command("export")
def export(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The ZIP to write.")], config: ConfigOption = None
) -> None:
    """Write the audit file, its public key and monthly counts into one signed ZIP, for the city's survey."""
    from kiosk.audit.key import KeyringKeys, KeyUnavailable
    from kiosk.audit.line import AuditUnwritable
    from kiosk.reports.export import write_export

    settings = _load(config)
    where = {"terminal": settings.terminal_id, "city": settings.city, "window": settings.window}
    try:
        keys = KeyringKeys()
        if keys.public() is None:
            raise _no_key()
        done = write_export(_audit_file(config, None), target, where, keys.signer())
    except KeyUnavailable as error:
        raise _stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except AuditUnwritable as error:
        raise _unreadable(error) from None
    except OSError as error:
        raise _stop(f"{target}: {error.strerror}", ExitCode.CHECK_FAILED) from None
    typer.echo(f"{done.lines} lines; last line {done.last.number} of {done.last_at}: {done.last.hash}")


def _no_key() -> typer.Exit:
    return _stop("there is no key yet: the first `kiosk run` of this account makes it", ExitCode.CHECK_FAILED)


def _unreadable(error: Exception) -> typer.Exit:
    return _stop(f"the audit file cannot be read: {error}", ExitCode.CHECK_FAILED, FailureName.AUDIT_UNWRITABLE)


def _keys_from(file: Path) -> "tuple[PublicKey, ...]":
    from kiosk.audit.key import PublicKeyError, public_keys

    try:
        return public_keys(regular_file.read(file, _KEY_FILE))
    except (OSError, PublicKeyError) as error:
        raise _stop(f"{file}: {error}", ExitCode.WRONG_USE) from None


def _has_training() -> bool:
    """Whether the training part is installed: in a source tree only, never in a production build."""
    return importlib.util.find_spec("kiosk.training") is not None


def _has_survey() -> bool:
    """Whether the city's part is here: in the package, not in a terminal's build."""
    return importlib.util.find_spec("kiosk.survey") is not None


if _has_survey():

    @app.command(
        "survey", add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
    )
    def survey(context: typer.Context) -> int:
        """Search the audit files of all terminals for mix-ups (in Japanese; needs the extra `city`)."""
        if any(importlib.util.find_spec(name) is None for name in ("duckdb", "xlsxwriter")):
            raise _stop('市役所用の追加部品がありません：pip install "madoguchi-kiosk[city]"', ExitCode.WRONG_USE)
        from kiosk.survey.command import main

        return main(context.args)


if _has_training():

    @app.command(
        "demo", add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
    )
    def demo(context: typer.Context) -> int:
        """Run the kiosk with portal and cards of the training."""
        from kiosk.training.demo import main

        return main(context.args)

    @app.command(
        "drill", add_help_option=False, context_settings={"allow_extra_args": True, "ignore_unknown_options": True}
    )
    def drill(context: typer.Context) -> int:
        """Try the scenarios of docs/scenarios.md on this terminal."""
        from kiosk.training.drill.drill import main

        return main(context.args)

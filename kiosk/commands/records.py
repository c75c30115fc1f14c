"""``kiosk audit``, ``kiosk acknowledge`` and ``kiosk export``: the signed records of this terminal."""

import re
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.inputs import ConfigOption, keys_from, load, no_key, stop, unreadable
from kiosk.exit_codes import ExitCode
from kiosk.system import regular_file

audit_app = typer.Typer(no_args_is_help=True, help="The audit file of this terminal.")

#: Bytes at most of a report: some 500 lines of an audit file.
_REPORT_FILE = 1_000_000

FileOption = Annotated[Path | None, typer.Option("--file", help="Another audit file.", metavar="FILE")]
KeyOption = Annotated[
    Path | None, typer.Option("--public-key", help="What `kiosk audit public-key` printed.", metavar="FILE")
]


def _audit_file(config: Path | None, file: Path | None) -> Path:
    from kiosk.audit.line import AUDIT_FILE

    return file or load(config).data_folder / AUDIT_FILE


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
        raise stop(f"--language {language}: ja or en", ExitCode.WRONG_USE)
    try:
        lines = audit_file.read(_audit_file(config, file))
    except audit_file.AuditUnwritable as error:
        raise unreadable(error) from None
    for text in audit_words.page(lines, day, last, language):
        typer.echo(text)


@audit_app.command("verify")
def verify_audit(config: ConfigOption = None, file: FileOption = None, public_key: KeyOption = None) -> None:
    """Check every line of the audit file.

    The exit code is 1 when one was changed, removed, doubled, moved or cut off.
    """
    from kiosk.audit import check as audit_check, file as audit_file

    keys = keys_from(public_key) if public_key else ()
    try:
        path = _audit_file(config, file)
        report = audit_check.elsewhere(path, keys) if file else audit_check.on_this_terminal(path, keys)
    except audit_file.AuditUnwritable as error:
        raise unreadable(error) from None
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
        raise stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    if key is None:
        raise no_key()
    typer.echo(key.openssh() if openssh else key.pem().rstrip())
    typer.echo(f"fingerprint {key.fingerprint}", err=True)


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
        raise stop(f"--by {by}: C-01 to C-99", ExitCode.WRONG_USE)
    keys = keys_from(public_key)
    try:
        content = regular_file.read(report, _REPORT_FILE)
        made = acknowledge(content, keys, by, clock.wall(), KeyringKeys().signer())
        whole_file.write_file(report.with_suffix(SUFFIX), made)
    except KeyUnavailable as error:
        raise stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except NotAReport:
        raise stop(f"{report}: not a whole report that this terminal signed", ExitCode.CHECK_FAILED) from None
    except OSError as error:
        raise stop(f"{report}: {error.strerror}", ExitCode.CHECK_FAILED) from None
    typer.echo(report.with_suffix(SUFFIX))


def export(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The ZIP to write.")], config: ConfigOption = None
) -> None:
    """Write the audit file as one signed ZIP for the city.

    Its public key and the monthly counts are in it.
    """
    from kiosk.audit.key import KeyringKeys, KeyUnavailable
    from kiosk.audit.line import AuditUnwritable
    from kiosk.reports.export import write_export

    settings = load(config)
    where = {"terminal": settings.terminal_id, "city": settings.city, "window": settings.window}
    try:
        keys = KeyringKeys()
        if keys.public() is None:
            raise no_key()
        done = write_export(_audit_file(config, None), target, where, keys.signer())
    except KeyUnavailable as error:
        raise stop(str(error), ExitCode.CHECK_FAILED, error.failure) from None
    except AuditUnwritable as error:
        raise unreadable(error) from None
    except OSError as error:
        raise stop(f"{target}: {error.strerror}", ExitCode.CHECK_FAILED) from None
    typer.echo(f"{done.lines} lines; last line {done.last.number} of {done.last_at}: {done.last.hash}")

"""The commands of ``kiosk``. Everything large is imported in the command that needs it."""

import importlib.util
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands import records, secrets
from kiosk.commands.inputs import ConfigOption, load, stop
from kiosk.exit_codes import ExitCode
from kiosk.failures import FailureName
from kiosk.system import console
from kiosk.version import __version__

if TYPE_CHECKING:
    from kiosk.config.settings import Config
    from kiosk.desk import Desk
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
app.add_typer(secrets.staff_code_app, name="staff-code")
app.add_typer(secrets.proxy_app, name="proxy-login")
app.add_typer(records.audit_app, name="audit")
app.command("acknowledge")(records.acknowledge_report)
app.command("export")(records.export)


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


@app.command("config")
def show_config(config: ConfigOption = None) -> None:
    """Check kiosk.toml and show every setting and its source."""
    from kiosk.config.settings import DEFAULT_FILE, MANUAL, explain

    settings = load(config)
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

    settings = load(config)
    if settings.file is None:
        raise stop(str(no_file()), ExitCode.WRONG_USE, FailureName.CONFIG_WRONG)
    try:
        procedures = load_procedures(settings.procedures_folder)
        desk = load_desk(desk_file(settings.file))
    except ConfigError as error:
        raise stop(str(error), ExitCode.WRONG_USE, error.failure) from None
    reasons = refusals(settings, os.environ)
    for reason in reasons:
        stop(f"refused: {reason.text}", ExitCode.REFUSED, reason.failure)
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
    raise stop("a session is started by the supervisor only", ExitCode.WRONG_USE)


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
        """Search the records of all terminals for mix-ups.

        In Japanese; it needs the extra `city`.
        """
        if any(importlib.util.find_spec(name) is None for name in ("duckdb", "xlsxwriter")):
            raise stop('市役所用の追加部品がありません：pip install "madoguchi-kiosk[city]"', ExitCode.WRONG_USE)
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

"""The composition root: runs the command or process that the command line names.

The only file of ``kiosk`` that imports ``ui``, inside functions.
"""

import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from kiosk.exit_codes import ExitCode
from kiosk.system import console, crash

if TYPE_CHECKING:
    from kiosk.audit.key import PublicKey
    from kiosk.config.settings import Config
    from kiosk.desk import Desk
    from kiosk.network.login import Login
    from kiosk.procedures.model import Procedure


def main() -> NoReturn:
    """Run one command and exit with its code (``kiosk.exit_codes``). No traceback is printed."""
    console.tolerate_letters()
    crash.prepare()
    crash.end_on_exception()
    sys.exit(crash.guarded(_run_command))


def _run_command() -> int:
    # Version and session come before any large import: a customer waits for the session to start.
    if sys.argv[1:] == ["--version"]:
        console.print_version()
        return ExitCode.OK
    if sys.argv[1:] == ["session"]:
        return run_session()
    if sys.argv[1:2] == ["engine-probe"]:
        from ui.browser.embedded.confinement_probe import main as probe

        return probe(sys.argv[2:])
    from kiosk.cli import run_cli

    return run_cli(run_kiosk)


def run_session() -> int:
    """``kiosk session``: one customer's process, started only by the supervisor."""
    from kiosk.cards.pcsc import PcscService
    from ui.session.root import run_session as serve

    return serve(PcscService)


def run_kiosk(config: "Config", procedures: "tuple[Procedure, ...]", desk: "Desk") -> int:
    """``kiosk run`` after the refusals: build supervisor and windows, run until stopped, return the exit code.

    No file is read again but the city's authorities: the others are served as they were checked.
    """
    from kiosk.cards.pcsc import PcscService
    from kiosk.config.staff_code import StaffCode
    from kiosk.processes.start import interpreter_argv
    from kiosk.supervisor.terminal_settings import TRUST_STORE, settings_from
    from kiosk.system import clock, logs
    from kiosk.trust import store as trust_store
    from kiosk.trust.authorities import read_authorities
    from ui.terminal.root import Root, run_terminal

    config.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    logs.configure(config.data_folder, config.log_level)
    _tell_letters(config, procedures, desk)
    authorities, place = read_authorities(config, clock.wall()), config.data_folder / TRUST_STORE
    root = Root(
        settings=replace(
            settings_from(config, procedures, desk, login=_login(config)),
            authorities=place if authorities else None,
            city_keys=_city_keys(config),
        ),
        make_service=PcscService,
        session_argv=interpreter_argv("kiosk", "session"),
        hardware_key=config.hardware_key,
        staff_code=StaffCode(config.staff_code_hash, config.data_folder),
        phone=config.phone,
        staff_key=config.staff_key,
        doctor_argv=tuple(interpreter_argv("kiosk", "doctor", "--json", *_config_option(config))),
        sound_volume=config.sound_volume,
        call_volume=config.call_volume,
        prepare=partial(trust_store.renew, place, [authority.pem for authority in authorities]),
    )
    return run_terminal(root)


def _city_keys(config: "Config") -> "tuple[PublicKey, ...]":
    """Who may acknowledge reports. A file that cannot be read is a finding of 始業点検, and acknowledges nothing."""
    from kiosk.reports.acknowledgement import city_keys

    try:
        return city_keys(config.file)
    except (OSError, ValueError):
        return ()


def _login(config: "Config") -> "Login":
    """The login for the city's proxy. A keyring that does not tell it is no login: the proxy then says so."""
    import structlog

    from kiosk.network.login import NOBODY, stored_login
    from kiosk.system.secret_store import StoreUnusable

    try:
        return stored_login() if config.network.proxy != "none" else NOBODY
    except StoreUnusable as error:
        structlog.get_logger("network").warning("login", why=error.why)
        return NOBODY


def _tell_letters(config: "Config", procedures: "tuple[Procedure, ...]", desk: "Desk") -> None:
    """Say which letters of the city's texts have no glyph of their own; the kiosk serves all the same."""
    import structlog

    from kiosk.doctor.letters import unshown

    if found := unshown(config, procedures, desk):
        structlog.get_logger("letters").warning("without_glyph", places=found)
        console.write_error(f"kiosk: note: letters without a glyph of their own: {', '.join(found)} (kiosk doctor)")


def _config_option(config: "Config") -> list[str]:
    return ["--config", str(config.file)] if config.file else []


if __name__ == "__main__":
    main()

"""Whether the city has read every report of a suspected mix-up of this terminal."""

from kiosk.audit.key import PublicKey, PublicKeyError, public_keys
from kiosk.config.settings import Config
from kiosk.doctor.rows import Check, Row
from kiosk.doctor.settings import NEEDS_CONFIGURATION
from kiosk.reports.acknowledgement import KEY_FILE, key_file, pending
from kiosk.reports.numbers import number_text
from kiosk.system import regular_file

REPORTS = Check("reports", "Reports that the city has read")
#: Bytes at most of the file with the city's keys; numbers that the row names.
_KEYS, _NAMED = 100_000, 5
_UNKNOWN = "市が確認したかどうかを、この端末では調べられません。IT担当に連絡してください。"


def reports(config: Config | None) -> Row:
    """The row: every report is acknowledged by a signed file of the city. One that is not stands here every day."""
    if config is None:
        return REPORTS.skip(NEEDS_CONFIGURATION)
    try:
        keys = _city_keys(config)
        numbers = pending(config.data_folder, config.report_folder, config.terminal_id, keys)
    except (OSError, ValueError) as error:
        return REPORTS.fail(f"cannot be known: {error}", "repair or restore the named file or folder", _UNKNOWN)
    if not numbers:
        return REPORTS.ok("none is waiting")
    names = ", ".join(number_text(config.terminal_id, number) for number in numbers[:_NAMED])
    found = f"{len(numbers)} without an acknowledgement of the city: {names}{' …' if len(numbers) > _NAMED else ''}"
    why = "" if keys else f"; there is no {KEY_FILE} beside kiosk.toml, so none can be accepted"
    to_do = "hand the reports to the city and bring back its .ack files into report_folder (docs/operations.md)"
    return REPORTS.warn(
        found + why, to_do, f"市がまだ確認していない報告があります：{names}。責任者に連絡してください。"
    )


def _city_keys(config: Config) -> tuple[PublicKey, ...]:
    """The keys of the city; none without a file. Raises OSError or PublicKeyError (a ValueError)."""
    file = key_file(config.file)
    if file is None:
        return ()
    try:
        return public_keys(regular_file.read(file, _KEYS))
    except PublicKeyError as error:
        raise PublicKeyError(f"{file}: {error}") from None

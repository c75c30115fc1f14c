"""Whether the city has read every report of a suspected mix-up of this terminal."""

from kiosk.config.settings import Config
from kiosk.doctor.rows import Check, Row
from kiosk.doctor.settings import NEEDS_CONFIGURATION
from kiosk.reports.acknowledgement import KEY_FILE, city_keys, pending
from kiosk.reports.numbers import number_text

REPORTS = Check("reports", "Reports that the city has read")
#: Numbers at most that the row names.
_NAMED = 5
_UNKNOWN = "市が確認したかどうかを、この端末では調べられません。IT担当に連絡してください。"


def reports(config: Config | None) -> Row:
    """The row: every report is acknowledged by a signed file of the city. One that is not stands here every day."""
    if config is None:
        return REPORTS.skip(NEEDS_CONFIGURATION)
    try:
        keys = city_keys(config.file)
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

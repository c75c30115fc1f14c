"""``kiosk audit verify``: with the keyring on the terminal itself, elsewhere with files and public key only."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.audit.key import KeyringKeys, KeyUnavailable, PublicKey
from kiosk.audit.verify import Report, check


def elsewhere(path: Path, keys: Sequence[PublicKey]) -> Report:
    """Check copied files against these keys. Raises AuditUnwritable when a file cannot be read."""
    report = check(path, keys)
    if not keys:
        report.notes.append("without --public-key the signatures are checked against the keys that the file names")
    report.notes.append(
        "a cut end cannot be seen here: compare the last line with `kiosk audit verify` on the terminal"
    )
    return report


def on_this_terminal(path: Path, keys: Sequence[PublicKey]) -> Report:
    """Check the terminal's own file, with the key and the last line that its keyring holds.

    Raises AuditUnwritable when a file cannot be read.
    """
    try:
        keyring = KeyringKeys()
        # Before the file is read: a running kiosk goes on writing.
        own, head = keyring.public(), keyring.head()
    except KeyUnavailable as error:
        report = check(path, keys, whole=True)
        report.notes.append(f"{error}: key and last line of the terminal are not known, a cut end cannot be seen")
        return report
    report = check(path, keys, head, whole=True)
    if own and report.keys and report.keys[-1] != own:
        report.find(f"the last key in the file is not this terminal's, {own.fingerprint}")
    return report


def sentences(report: Report) -> Iterator[str]:
    """The report in lines: findings, notes, keys, and a summary with the last line."""
    yield from report.findings
    yield from (f"note: {text}" for text in report.notes)
    yield from (f"key: {key.fingerprint}" for key in report.keys)
    verdict = f"{len(report.findings)} findings" if report.findings else "the chain holds"
    last = report.last
    yield f"{report.lines} lines, {verdict}; last line {last.number} of {report.last_at or '–'}: {last.hash}"

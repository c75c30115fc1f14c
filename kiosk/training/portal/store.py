"""The portal's database, one SQLite file. Payment IDs are stored only as a hash and their last four characters."""

import hashlib
import json
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.training.portal.rules import State, States
from kiosk.training.portal.token import Identity, NonceRecord

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sessions (
  id TEXT PRIMARY KEY, person TEXT, not_before TEXT, seen_at TEXT NOT NULL, draft TEXT NOT NULL DEFAULT '{}');
CREATE TABLE IF NOT EXISTS nonces (
  session TEXT NOT NULL, purpose TEXT NOT NULL, value TEXT NOT NULL, issued_at TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (session, purpose));
CREATE TABLE IF NOT EXISTS applications (
  id INTEGER PRIMARY KEY, person TEXT NOT NULL, service TEXT NOT NULL, payment_hash TEXT NOT NULL,
  payment_end TEXT NOT NULL, checks INTEGER NOT NULL, applied_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS measures (
  application INTEGER NOT NULL, person TEXT NOT NULL, payment_hash TEXT NOT NULL, name TEXT NOT NULL,
  state TEXT NOT NULL, PRIMARY KEY (application, name));
CREATE UNIQUE INDEX IF NOT EXISTS one_per_measure ON measures (person, name) WHERE state <> 'cancelled';
CREATE TRIGGER IF NOT EXISTS one_person_per_payment_id BEFORE INSERT ON measures
  WHEN EXISTS (SELECT 1 FROM measures WHERE payment_hash = NEW.payment_hash AND person <> NEW.person
    AND state <> 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'payment ID in use'); END;
"""
#: Version of the tables. A file of the training station with another one is emptied.
_VERSION = 2


@dataclass(frozen=True)
class Session:
    """A server session; ``person`` is an identity key after the login."""

    id: str
    person: str | None
    not_before: datetime | None
    seen_at: datetime
    draft: dict[str, Any]


@dataclass(frozen=True)
class Application:
    """One application on one person's record. ``states``: measure -> its state, in the order of the page."""

    id: int
    person: str
    states: States
    service: str
    payment_hash: str
    payment_end: str
    checks: int
    applied_at: datetime

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that were applied for."""
        return tuple(self.states)

    @property
    def live(self) -> States:
        """The measures that are not cancelled."""
        return {name: state for name, state in self.states.items() if state is not State.CANCELLED}


@dataclass(frozen=True)
class Order:
    """The content of an application as the person entered it."""

    measures: tuple[str, ...]
    service: str
    payment_id: str


def payment_hash(service: str, payment_id: str) -> str:
    """The hash that is stored instead of a payment ID."""
    return hashlib.sha256(f"{service}\0{payment_id}".encode()).hexdigest()


class Store:
    """All tables behind one connection; for use from one event loop only."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._drop_other_version()
        self._db.executescript(f"{_SCHEMA} PRAGMA user_version = {_VERSION};")

    def _drop_other_version(self) -> None:
        if self._db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            tables = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            self._db.executescript("".join(f"DROP TABLE {row['name']};" for row in tables))

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def reset(self) -> None:
        """Delete all records."""
        self._db.executescript(
            "DELETE FROM sessions; DELETE FROM nonces; DELETE FROM applications; DELETE FROM measures;"
        )

    # sessions

    def open_session(self, now: datetime, identity: Identity | None = None) -> Session:
        """A new session with a new id, logged in when an identity is given."""
        person, before = (identity.key, identity.not_before) if identity else (None, None)
        made = Session(secrets.token_urlsafe(32), person, before, now, {})
        row = (made.id, person, before.isoformat() if before else None, now.isoformat())
        self._db.execute("INSERT INTO sessions (id, person, not_before, seen_at) VALUES (?, ?, ?, ?)", row)
        return made

    def session(self, session_id: str) -> Session | None:
        """The session of this cookie, if there is one."""
        row = self._db.execute("SELECT * FROM sessions WHERE id = ?", (session_id,)).fetchone()
        if row is None:
            return None
        before = datetime.fromisoformat(row["not_before"]) if row["not_before"] else None
        seen = datetime.fromisoformat(row["seen_at"])
        return Session(row["id"], row["person"], before, seen, json.loads(row["draft"]))

    def touch(self, session: Session, now: datetime) -> None:
        """Record the time of the session's last use."""
        self._db.execute("UPDATE sessions SET seen_at = ? WHERE id = ?", (now.isoformat(), session.id))

    def keep(self, session: Session, **values: Any) -> None:
        """Store values of the application being filled in; None deletes one."""
        session.draft.update(values)
        kept = {name: value for name, value in session.draft.items() if value is not None}
        self._db.execute("UPDATE sessions SET draft = ? WHERE id = ?", (json.dumps(kept), session.id))

    def end_session(self, session: Session) -> None:
        """Log out: delete the session and its nonces."""
        self._db.execute("DELETE FROM nonces WHERE session = ?", (session.id,))
        self._db.execute("DELETE FROM sessions WHERE id = ?", (session.id,))

    # nonces

    def new_nonce(self, session: Session, purpose: str, value: str, now: datetime) -> None:
        """Store a nonce; it replaces the previous one of the same session and purpose."""
        row = (session.id, purpose, value, now.isoformat())
        self._db.execute("REPLACE INTO nonces (session, purpose, value, issued_at) VALUES (?, ?, ?, ?)", row)

    def take_nonce(self, session: Session, purpose: str) -> NonceRecord | None:
        """The nonce of this session and purpose, which is then marked as used, whatever the result of the check."""
        where = (session.id, purpose)
        row = self._db.execute("SELECT * FROM nonces WHERE session = ? AND purpose = ?", where).fetchone()
        if row is None:
            return None
        self._db.execute("UPDATE nonces SET used = 1 WHERE session = ? AND purpose = ?", where)
        return NonceRecord(row["value"], datetime.fromisoformat(row["issued_at"]), bool(row["used"]))

    # applications

    def apply(self, person: str, order: Order, checks: int, now: datetime) -> int:
        """Write an application with all its measures, or nothing of it.

        Raises ``sqlite3.IntegrityError`` when the person has one of the measures, or another person the payment ID.
        """
        hashed, end = payment_hash(order.service, order.payment_id), order.payment_id[-4:]
        row = (person, order.service, hashed, end, checks, now.isoformat())
        self._db.execute("BEGIN IMMEDIATE")
        try:
            cursor = self._db.execute(
                "INSERT INTO applications (person, service, payment_hash, payment_end, checks, applied_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
            made = int(cursor.lastrowid or 0)
            measures = [(made, person, hashed, name, State.PENDING) for name in order.measures]
            self._db.executemany("INSERT INTO measures VALUES (?, ?, ?, ?, ?)", measures)
        except sqlite3.Error:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        return made

    def applications_of(self, person: str) -> list[Application]:
        """The applications on this person's record that have a measure not cancelled, oldest first."""
        return [item for item in self.applications() if item.person == person and item.live]

    def payment_in_use(self, service: str, payment_id: str, person: str) -> bool:
        """Whether somebody else has this payment ID for a measure that is not cancelled."""
        values = (payment_hash(service, payment_id), person)
        found = self._db.execute(
            "SELECT 1 FROM measures WHERE payment_hash = ? AND person <> ? AND state <> 'cancelled'", values
        )
        return found.fetchone() is not None

    def set_state(self, application_id: int, state: State, measure: str | None = None) -> None:
        """Set the state of a measure of an application; None: of all its measures. Raises LookupError without one."""
        values = (state, application_id, measure)
        changed = self._db.execute(
            "UPDATE measures SET state = ? WHERE application = ? AND name = coalesce(?, name)", values
        )
        if not changed.rowcount:
            raise LookupError

    def application(self, application_id: int) -> Application:
        """The application with this id."""
        return next(item for item in self.applications() if item.id == application_id)

    def applications(self) -> list[Application]:
        """Every application, oldest first."""
        states: dict[int, dict[str, State]] = {}
        for row in self._db.execute("SELECT * FROM measures ORDER BY rowid"):
            states.setdefault(row["application"], {})[row["name"]] = State(row["state"])
        rows = self._db.execute("SELECT * FROM applications ORDER BY id").fetchall()
        return [_application(row, states[row["id"]]) for row in rows]


def _application(row: sqlite3.Row, states: States) -> Application:
    return Application(
        row["id"], row["person"], states, row["service"], row["payment_hash"], row["payment_end"], row["checks"],
        datetime.fromisoformat(row["applied_at"]),
    )  # fmt: skip

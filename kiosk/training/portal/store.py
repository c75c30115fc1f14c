"""The portal's database, one SQLite file. Payment IDs are stored only as a hash and their last four characters."""

import hashlib
import json
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.training.portal.rules import State
from kiosk.training.portal.token import Identity, NonceRecord

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sessions (
  id TEXT PRIMARY KEY, person TEXT, not_before TEXT, seen_at TEXT NOT NULL, draft TEXT NOT NULL DEFAULT '{}');
CREATE TABLE IF NOT EXISTS nonces (
  session TEXT NOT NULL, purpose TEXT NOT NULL, value TEXT NOT NULL, issued_at TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (session, purpose));
CREATE TABLE IF NOT EXISTS applications (
  id INTEGER PRIMARY KEY, person TEXT NOT NULL, measures TEXT NOT NULL, service TEXT NOT NULL,
  payment_hash TEXT NOT NULL, payment_end TEXT NOT NULL, state TEXT NOT NULL, checks INTEGER NOT NULL,
  applied_at TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS one_per_person ON applications (person) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX IF NOT EXISTS one_per_payment_id ON applications (payment_hash) WHERE state <> 'cancelled';
"""


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
    """One application on one person's record."""

    id: int
    person: str
    measures: tuple[str, ...]
    service: str
    payment_hash: str
    payment_end: str
    state: State
    checks: int
    applied_at: datetime


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
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def reset(self) -> None:
        """Delete all records."""
        self._db.executescript("DELETE FROM sessions; DELETE FROM nonces; DELETE FROM applications;")

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
        """Write an application; raises ``sqlite3.IntegrityError`` when person or payment ID already has one."""
        hashed, measures = payment_hash(order.service, order.payment_id), " ".join(order.measures)
        end = order.payment_id[-4:]
        row = (person, measures, order.service, hashed, end, State.PENDING, checks, now.isoformat())
        cursor = self._db.execute(
            "INSERT INTO applications (person, measures, service, payment_hash, payment_end, state, checks, applied_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return int(cursor.lastrowid or 0)

    def application_of(self, person: str) -> Application | None:
        """The application on this person's record that is not cancelled, if any."""
        rows = self._db.execute("SELECT * FROM applications WHERE person = ? AND state <> 'cancelled'", (person,))
        row = rows.fetchone()
        return _application(row) if row else None

    def payment_in_use(self, service: str, payment_id: str) -> bool:
        """Whether an application that is not cancelled has this payment ID."""
        hashed = (payment_hash(service, payment_id),)
        rows = self._db.execute("SELECT 1 FROM applications WHERE payment_hash = ? AND state <> 'cancelled'", hashed)
        return rows.fetchone() is not None

    def set_state(self, application_id: int, state: State) -> None:
        """Set the state of an application."""
        self._db.execute("UPDATE applications SET state = ? WHERE id = ?", (state, application_id))

    def applications(self) -> list[Application]:
        """Every application, oldest first."""
        rows = self._db.execute("SELECT * FROM applications ORDER BY id").fetchall()
        return [_application(row) for row in rows]


def _application(row: sqlite3.Row) -> Application:
    return Application(
        row["id"], row["person"], tuple(row["measures"].split()), row["service"], row["payment_hash"],
        row["payment_end"], State(row["state"]), row["checks"], datetime.fromisoformat(row["applied_at"]),
    )  # fmt: skip

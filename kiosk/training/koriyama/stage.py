"""What both desks of the play have: a clock that is set, a portal over HTTP, a reader with the cards of A and B."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cryptography import x509

from kiosk.cards.identity import CardSession
from kiosk.cases.entries import japan
from kiosk.secret import Pin
from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import CertificateOptions, Person, load_persons
from kiosk.training.cards.software_card import SoftwareCard
from kiosk.training.cards.training_ca import TrainingCa, load_or_make
from kiosk.training.portal.portal import Portal
from kiosk.training.portal.rules import State
from kiosk.training.portal.server import serve
from kiosk.training.portal.settings import Mode, PersonFacts, PortalSettings
from kiosk.training.portal.store import Application
from kiosk.training.portal.token import identity_key
from kiosk.training.reader.virtual_reader import VirtualReaderServer, VirtualReaderService
from kiosk.training.reader.virtual_slot import VirtualReader

BEGIN = japan(2022, 9, 12, 9, 10)


@dataclass
class Clock:
    """The time of the play."""

    now: datetime = BEGIN

    def read(self) -> datetime:
        """The time now."""
        return self.now


@dataclass(frozen=True)
class Citizen:
    """A or B: a software person, and the payment services that they have, with the ID there."""

    letter: str
    person: str
    services: tuple[tuple[str, str], ...]


A = Citizen("A", "taro", (("mihon-pay", "MIHON2468"),))
B = Citizen("B", "hanako", (("sakura-wallet", "SAKURA1357"), ("midori-ic", "MIDORI8642")))


@dataclass
class Stage:
    """One desk's world. ``portal`` and ``origin`` are of a real training portal behind a socket."""

    clock: Clock
    origin: str
    portal: Portal
    reader: VirtualReader
    service: VirtualReaderService
    persons: dict[str, Person]

    def card(self) -> CardSession:
        """The card layer of the kiosk on this reader."""
        return CardSession(self.service, self.reader.name, secrets.token_bytes(32))

    def pin(self, citizen: Citizen) -> Pin:
        """The PIN that this person types."""
        pin = Pin()
        for digit in self.persons[citizen.person].pin:
            pin.push(int(digit))
        return pin

    def records(self, citizen: Citizen) -> list[Application]:
        """The applications on this person's record."""
        found = self.portal.store.applications()
        return [item for item in found if self.portal.facts_of(item.person).label == citizen.letter]

    def grant(self, citizen: Citizen, *measures: str) -> None:
        """The programme gives points, wherever they were to go."""
        self._set(citizen, State.PAID, measures)

    def cancel(self, citizen: Citizen, *measures: str) -> None:
        """The programme carries out a cancellation that was requested."""
        self._set(citizen, State.CANCELLED, measures)

    def _set(self, citizen: Citizen, state: State, measures: tuple[str, ...]) -> None:
        for item in self.records(citizen):
            for name in item.live.keys() & set(measures):
                self.portal.store.set_state(item.id, state, name)


@contextmanager
def stage(folder: Path, mode: Mode = Mode.ONE_CHECK_2022_06) -> Iterator[Stage]:
    """A portal, in the mode of September 2022, and a reader. A's certificate was renewed half an hour before."""
    clock = Clock()
    ca = load_or_make(folder / "ca", clock.read)
    persons = _persons()
    facts: dict[str, PersonFacts] = {}
    reader = VirtualReader(lambda name: _card(persons[name], ca, facts))
    (folder / "reader").mkdir()
    readers = VirtualReaderServer(reader, folder / "reader")
    readers.start()
    settings = PortalSettings(
        folder / "portal.sqlite", ca.pem.read_bytes(), secrets.token_hex(16), mode,
        clock=clock.read, persons=facts.get,
    )  # fmt: skip
    server = serve(settings)
    service = VirtualReaderService(folder / "reader")
    try:
        for person in persons:
            reader.card(person)
        yield Stage(clock, server.origin, server.portal, reader, service, persons)
    finally:
        service.close()
        server.stop()
        readers.stop()


def _persons() -> dict[str, Person]:
    known = load_persons()
    renewed = replace(known[A.person], certificate=CertificateOptions(issued_today=True))
    return {A.person: renewed, B.person: known[B.person]}


def _card(person: Person, ca: TrainingCa, facts: dict[str, PersonFacts]) -> SoftwareCard:
    card = card_for(person, ca)
    certificate = x509.load_der_x509_certificate(ca.issue(person).certificate)
    letter = next(item.letter for item in (A, B) if item.person == person.id)
    facts[identity_key(certificate)] = PersonFacts(label=letter, age=person.age)
    return card

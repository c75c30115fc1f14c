"""The training station's process: portal, virtual reader and control channel."""

import re
import signal
import sys
import threading
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography import x509

from kiosk.system import clock
from kiosk.training.base import equipment
from kiosk.training.base.settings import TrainingSettings
from kiosk.training.cards.apdu_trace import TraceFile
from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import Person, load_persons
from kiosk.training.cards.software_card import SoftwareCard
from kiosk.training.cards.training_ca import load_or_make
from kiosk.training.portal.server import PortalServer, serve
from kiosk.training.portal.settings import Mode, PersonFacts, PortalSettings
from kiosk.training.portal.token import identity_key
from kiosk.training.reader.virtual_reader import VirtualReaderServer
from kiosk.training.reader.virtual_slot import VirtualReader
from kiosk.training.remote import control

#: The folder of the virtual reader's endpoint file, in the training folder.
READER_FOLDER = "reader"
#: The file with every APDU of the software cards, PINs masked, in the training folder.
TRACE = "apdu.trace"
#: Age of a certificate that was "renewed today": the portal accepts one an hour after it was issued.
RENEWED = timedelta(hours=2)
#: The portal's page client, and the line with its delay.
PAGE_CLIENT = Path(__file__).parent / "portal" / "static" / "card-client.js"
LOAD_DELAY = re.compile(r"LOAD_DELAY = \d+")


class Station:
    """Portal, reader and persons of a demo. Used from the threads of the control channel and from the panel."""

    def __init__(self, settings: TrainingSettings) -> None:
        self.settings = settings
        self.ca = load_or_make(settings.root / "ca")
        self.persons = load_persons()
        self.facts: dict[str, PersonFacts] = {}
        self._pages, self._commands = equipment.routes(settings.equipment)
        self.reader = VirtualReader(self._make_card, on_trace=TraceFile(settings.root / TRACE))
        self._server = VirtualReaderServer(self.reader, settings.root / READER_FOLDER)
        self._server.start()
        self.portal: PortalServer | None = None
        self.mode = Mode(settings.mode)
        self.open_portal()

    def open_portal(self) -> None:
        """Start the portal on the port of the settings; no effect when it runs."""
        if self.portal is None:
            self.portal = serve(self._portal_settings(), self.settings.port)

    def close_portal(self) -> None:
        """Stop the portal: connections are refused."""
        if self.portal is not None:
            self.portal.stop()
        self.portal = None

    def set_mode(self, mode: Mode) -> None:
        """Replay this historic mode of the portal from now on, after a stop and start of the portal too."""
        self.mode = mode
        if self.portal is not None:
            self.portal.portal.mode = mode

    def reset(self) -> None:
        """Back to the beginning: a reader without a card, fresh cards, the portal running and without applications."""
        self.reader.plug()
        self.reader.start_service()
        if self.reader.state().person:
            self.reader.take()
        for person in self.persons:
            self.reader.restore(person)
        self.set_mode(Mode(self.settings.mode))
        self.open_portal()
        assert self.portal is not None
        self.portal.portal.store.reset()

    def know(self, person: Person) -> None:
        """Add facts about a person that the certificate does not contain: label, age, renewed today."""
        if person.certificate is None:
            return
        certificate = x509.load_der_x509_certificate(self.ca.issue(person).certificate)
        renewed = person.certificate.issued_today
        self.facts[identity_key(certificate)] = PersonFacts(
            label=person.id,
            age=person.age or None,
            issued_at=clock.wall() - RENEWED if renewed else None,
            renewed_today=True if renewed else None,
        )

    def _make_card(self, person: str) -> SoftwareCard:
        self.know(self.persons[person])
        return card_for(self.persons[person], self.ca)

    def _portal_settings(self) -> PortalSettings:
        return PortalSettings(
            database=self.settings.root / "portal.sqlite",
            ca_certificate=self.ca.pem.read_bytes(),
            admin_token=self.settings.admin_token,
            mode=self.mode,
            persons=self.facts.get,
            web_eid_library=self._page_client(),
            hostile_routes=self._pages,
            origin=self.settings.front,
        )

    def _page_client(self) -> Path | None:
        """The file that pages load as their Web eID client; None: the portal's own."""
        if self.settings.web_eid_library:
            return Path(self.settings.web_eid_library)
        return self._hasty_client() if self.settings.hasty else None

    def _hasty_client(self) -> Path:
        hasty = self.settings.root / PAGE_CLIENT.name
        text = PAGE_CLIENT.read_text(encoding="utf-8")
        hasty.write_text(LOAD_DELAY.sub("LOAD_DELAY = 0", text), encoding="utf-8")
        return hasty

    def handle(self, command: control.Command) -> Any:
        """Carry out a command of the control channel."""
        do = command.pop("do")
        return self._commands[do](**command) if do in self._commands else getattr(self, f"_do_{do}")(**command)

    def _do_place(self, person: str) -> None:
        self.reader.place(person)

    def _do_take(self) -> None:
        self.reader.take()

    def _do_swap(self, person: str) -> None:
        self.reader.swap(person)

    def _do_restore(self, person: str) -> None:
        self.reader.restore(person)

    def _do_unplug(self) -> None:
        self.reader.unplug()

    def _do_plug(self) -> None:
        self.reader.plug()

    def _do_stop_service(self) -> None:
        self.reader.stop_service()

    def _do_start_service(self) -> None:
        self.reader.start_service()

    def _do_close_portal(self) -> None:
        self.close_portal()

    def _do_open_portal(self) -> None:
        self.open_portal()

    def _do_state(self) -> dict[str, Any]:
        return asdict(self.reader.state())

    def _do_trace(self, person: str) -> list[dict[str, Any]]:
        return [asdict(entry) for entry in self.reader.card(person).trace]


def open_station(settings: TrainingSettings) -> Station:
    """Make the station, listen on the control channel, then write the line ``ready`` to stdout."""
    station = Station(settings)
    control.listen(settings.control, "station", station.handle)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return station


def serve_until_stopped(station: Station) -> int:
    """Serve until SIGTERM; returns the exit code."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    stopped.wait()
    station.close_portal()
    return 0

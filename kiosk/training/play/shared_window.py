"""The window of the control experiment: the kiosk's browser and card bridge, without its gate and without an end."""

from PySide6.QtCore import QTimer

import resources
from kiosk.cards.identity import CardSession
from kiosk.procedures.load import load_procedures
from kiosk.secret import Pin
from kiosk.training.base.settings import TrainingSettings
from kiosk.training.cards.persons import load_persons
from kiosk.training.reader.readers import service_maker
from kiosk.training.remote.agent import SETTLE_MS, Finish, PageAgent
from ui.browser.embedded.browser import Browser
from ui.browser.surface import Arrival, Paused
from ui.browser.warden import Warden
from ui.window.placement import WINDOW_SIZE


class OpenWarden(Warden):
    """Allows everything: the desk of 2022 had no gate."""

    def admits(self, *_: object, **__: object) -> bool:
        """Allow every request."""
        return True

    def expect(self, _: Arrival) -> None:
        """Check nothing afterwards."""

    def decide(self, paused: Paused) -> None:
        """Continue every request."""
        paused.answer(True)


class SharedWindow:
    """One browser for everybody. When the page requests the card, the present person's card and PIN are used."""

    def __init__(self, settings: TrainingSettings, key: bytes) -> None:
        self.browser = Browser(warden=OpenWarden())
        self._key = key
        self._make_service = service_maker(settings)
        self._person = ""
        self.browser.view.resize(*WINDOW_SIZE)
        self.browser.view.show()
        self.browser.bridge.asked.connect(self._on_asked)
        procedures = load_procedures(resources.path("procedures", "training"), settings.origin)
        self._procedure = next(item for item in procedures if item.id == "points")
        self.agent = SharedAgent(self, settings)
        self.browser.open(self._procedure, "ja")

    def sit_down(self, person: str) -> None:
        """Another person is present; the browser does not change."""
        self._person = person
        if self.browser.bridge.pending:
            self._on_asked()

    def _on_asked(self) -> None:
        challenge = self.browser.bridge.pending
        if not self._person or challenge is None:
            return
        service = self._make_service()
        reader = service.observe(None, 0).readers[0].name
        session = CardSession(service, reader, self._key)
        reading = session.read()
        pin, message = _typed(load_persons()[self._person].pin), challenge.message(reading.algorithm)
        value = session.sign(pin, message, reading.fingerprint)
        self.browser.bridge.succeed(reading.certificate, reading.algorithm, value)


def _typed(digits: str) -> Pin:
    pin = Pin()
    for digit in digits:
        pin.push(int(digit))
    return pin


class SharedAgent(PageAgent):
    """The control channel's agent for the shared browser."""

    def __init__(self, window: SharedWindow, settings: TrainingSettings) -> None:
        self._window = window
        super().__init__(settings.control)
        self.watch(window.browser)

    def _do_state(self, finish: Finish) -> None:
        finish({"page": self.page, "loaded": self.loaded})

    def _do_screenshot(self, finish: Finish, path: str) -> None:
        QTimer.singleShot(SETTLE_MS, lambda: finish(self._window.browser.view.grab().save(path)))

    def _do_sit_down(self, finish: Finish, person: str) -> None:
        finish(True)
        self._window.sit_down(person)

"""Tries to power off the card that the wipe could not power off, while the terminal is out of service for it."""

import threading
from collections.abc import Callable
from contextlib import closing

from kiosk.cards.transport import CardService
from kiosk.vocabulary import ReaderState
from kiosk.wipe.steps import power_off_card

#: Seconds between two tries.
PAUSE = 1.0


class CardProbe:
    """Does the step of the wipe again until it is done: card taken, holder gone, or power cut."""

    def __init__(
        self, make_service: Callable[[], CardService], reader: Callable[[], str], on_cleared: Callable[[], None]
    ) -> None:
        """``reader``: the name of the terminal's reader now. ``on_cleared``: called on the probe's thread."""
        self._make_service = make_service
        self._reader = reader
        self._on_cleared = on_cleared
        self._wanted = threading.Event()
        self._over = threading.Event()
        threading.Thread(target=self._run, name="card probe", daemon=True).start()

    def switch(self, on: bool) -> None:
        """Begin or end trying."""
        if on:
            self._wanted.set()
        else:
            self._wanted.clear()

    def stop(self) -> None:
        """End the thread."""
        self._over.set()
        self._wanted.set()

    def _run(self) -> None:
        while not self._over.is_set():
            self._wanted.wait()
            if not self._over.wait(PAUSE) and self._wanted.is_set() and self._cleared():
                self._on_cleared()

    def _cleared(self) -> bool:
        try:
            with closing(self._make_service()) as service:
                # The watch may be behind, so the card itself is asked; without a service nothing is known.
                return power_off_card(service, self._reader(), ReaderState.UNKNOWN).done
        except Exception:
            return False  # not powered off, whatever it was: tried again after the pause

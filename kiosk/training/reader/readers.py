"""The smart-card service of a training session: the virtual reader, or real PC/SC with a software card on it."""

import os
from collections.abc import Callable

from kiosk.cards.transport import CardService
from kiosk.training.base.settings import TrainingSettings


def service_maker(settings: TrainingSettings) -> Callable[[], CardService]:
    """A function that makes a service; each thread needs a service of its own."""
    if settings.reader == "pcsc":
        if settings.pcsc_socket:  # a session's environment is made from an allow-list, so it cannot be inherited
            os.environ["PCSCLITE_CSOCK_NAME"] = settings.pcsc_socket
        from kiosk.cards.pcsc import PcscService

        return PcscService
    from kiosk.training.reader.virtual_reader import VirtualReaderService

    return lambda: VirtualReaderService(settings.root / "reader")

"""Runs the portal on 127.0.0.1 in a thread."""

import os
import socket
import threading
from dataclasses import replace

import uvicorn
from starlette.applications import Starlette

from kiosk.training.portal.app import create_app
from kiosk.training.portal.portal import Portal
from kiosk.training.portal.settings import PortalSettings

HOST = "127.0.0.1"


class PortalServer:
    """A running portal: ``origin``, ``portal`` (its state, for code in the same process), ``stop``."""

    def __init__(self, origin: str, portal: Portal, server: uvicorn.Server, listener: socket.socket) -> None:
        self.origin, self.portal = origin, portal
        self._server, self._listener = server, listener
        self._thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="portal", daemon=True)
        self._thread.start()

    def stop(self, seconds: float = 5.0) -> None:
        """Stop serving and close the database. Open connections are dropped."""
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(seconds)
        self._listener.close()
        self.portal.store.close()


def serve(settings: PortalSettings, port: int = 0) -> PortalServer:
    """Start the portal. When this returns, the socket is listening. Raises OSError for a port in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # on Windows this option would let another program take the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    listener.listen(128)
    origin = f"http://{HOST}:{listener.getsockname()[1]}"
    app = create_app(replace(settings, origin=settings.origin or origin))
    return PortalServer(origin, app.state.portal, uvicorn.Server(_quiet(app)), listener)


def _quiet(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app, log_level="error", log_config=None, access_log=False, lifespan="off", server_header=False
    )

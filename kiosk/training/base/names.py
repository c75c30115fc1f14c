"""Portals by name that no name server knows (tests of TLS): the session's engine finds them on this machine.

HSTS has nothing to do with addresses, and Chromium leaves ``localhost`` out of it: it takes a name to see it at all.
"""

from urllib.parse import urlsplit

from kiosk.training.base.settings import TrainingSettings

LOOPBACK = "127.0.0.1"


def engine_switches(settings: TrainingSettings) -> tuple[str, ...]:
    """The fence of ``ui.browser.embedded.engine`` with these names led to the loopback address; empty without any.

    The engine takes the last of two equal switches, so that this one stands in the place of the kiosk's own.
    """
    places = [urlsplit(origin) for origin in (settings.origin, *settings.neighbours)]
    if not any(_is_name(place.hostname or "") for place in places):
        return ()
    rules = [f"MAP {place.hostname}:{place.port} {LOOPBACK}:{place.port}" for place in places]
    return (f'--host-resolver-rules="{" , ".join([*rules, "MAP * ~NOTFOUND"])}"',)


def _is_name(host: str) -> bool:
    return not host.replace(".", "").isdigit()

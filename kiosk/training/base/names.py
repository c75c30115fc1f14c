"""Host names of test portals that no name server knows (tests of TLS): the session's engine maps them to this machine.

HSTS does not apply to IP addresses (RFC 6797, 8.1.1) and Chromium exempts ``localhost``, so its tests need a name.
"""

from urllib.parse import urlsplit

from kiosk.training.base.settings import TrainingSettings

LOOPBACK = "127.0.0.1"


def engine_switches(settings: TrainingSettings) -> tuple[str, ...]:
    """The resolver rules of ``ui.browser.embedded.engine`` with these names on the loopback address; empty without any.

    Behind a proxy there are none, either: the proxy resolves names.

    Chromium uses the last of two equal switches, so this one replaces the kiosk's own.
    """
    places = [urlsplit(origin) for origin in (settings.origin, *settings.neighbours)]
    if settings.proxy != "none" or not any(_is_name(place.hostname or "") for place in places):
        return ()
    rules = [f"MAP {place.hostname}:{place.port} {LOOPBACK}:{place.port}" for place in places]
    return (f'--host-resolver-rules="{" , ".join([*rules, "MAP * ~NOTFOUND"])}"',)


def _is_name(host: str) -> bool:
    return not host.replace(".", "").isdigit()

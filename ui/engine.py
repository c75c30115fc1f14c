"""Chromium's command line, kept apart from QtWebEngine itself: it must be known before the engine is imported."""


def engine_arguments(hosts: tuple[str, ...], gpu: bool) -> list[str]:
    """The second fence, below the interceptor, that a redirect cannot race (engine.md §5). Fixed at engine start."""
    excluded = "".join(f" , EXCLUDE {host}" for host in hosts)
    arguments = [
        f'--host-resolver-rules="MAP * ~NOTFOUND{excluded}"',
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-quic",
        "--disable-background-networking",
        "--no-pings",
    ]
    return arguments if gpu else [*arguments, "--disable-gpu"]

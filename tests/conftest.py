"""What every test runs under: no display needed, warnings are errors, and no unexpected line in the log."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import structlog
from hypothesis import HealthCheck, settings

from kiosk.system import singletons

singletons.keep()
if "DISPLAY" not in os.environ:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `quick` must not make the quick tests slow; `ci` looks deeper (python3 run.py test all).
settings.register_profile("quick", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@dataclass
class ExpectedLogs:
    """Parts of log lines of level warning or higher that this test provokes."""

    parts: list[str] = field(default_factory=list)

    def expect(self, part: str) -> None:
        """A line that contains this is no failure."""
        self.parts.append(part)

    def covers(self, line: str) -> bool:
        """The line was announced."""
        return any(part in line for part in self.parts)


@pytest.fixture
def expected_logs() -> ExpectedLogs:
    """Announce a warning: ``expected_logs.expect("reader gone")``."""
    return ExpectedLogs()


@pytest.fixture(autouse=True)
def unexpected_log_lines(expected_logs: ExpectedLogs) -> Iterator[None]:
    """Fail a test during which something of level warning or higher was logged that it did not announce."""
    found: list[str] = []

    class Catcher(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    structlog.configure(
        processors=[structlog.stdlib.render_to_log_kwargs],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    catcher, root = Catcher(logging.WARNING), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.addHandler(catcher)
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    unexpected = [line for line in found if not expected_logs.covers(line)]
    assert not unexpected, "unexpected log lines:\n" + "\n".join(unexpected)

"""``python3 run.py docs``: writes the documents in ``docs/`` that are generated from catalogues and code."""

from collections.abc import Callable

from tests.documents import audit_events, failure_codes, flow_diagram, lifecycle_diagram, scenarios
from tests.rules.sources import ROOT

DOCUMENTS: dict[str, Callable[[], str]] = {
    "failure-codes": failure_codes.document,
    "audit-events": audit_events.document,
    "lifecycle": lifecycle_diagram.lifecycle_document,
    "flow": flow_diagram.document,
    "scenarios": lambda: scenarios.document(scenarios.load()),
}


def main() -> None:
    """Write all generated documents."""
    for name, document in DOCUMENTS.items():
        (ROOT / "docs" / f"{name}.md").write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The desk of 2022: everybody uses the same browser, and nobody ends it."""

from collections.abc import Sequence

from kiosk.training.koriyama.browser import Browser
from kiosk.training.koriyama.stage import Citizen, Stage

SECURITY_CODE, PHONE = "4821", "1234"


class OldDesk:
    """One browser and one reader. Methods return the page that the portal shows in the end."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._browser = Browser(stage.origin)

    @property
    def text(self) -> str:
        """The page's text."""
        return self._browser.text

    def sit_down(self, citizen: Citizen, course: str = "points") -> str:
        """A person comes with the card. The portal asks for it only if nobody is logged in."""
        self._stage.reader.place(citizen.person)
        page = self._browser.get("/status/login" if course == "status" else "/")
        if page not in ("/", "/status/login"):
            return page
        card = self._stage.card()
        return self._browser.log_in(card, card.read(), self._stage.pin(citizen), course)

    def leave(self) -> None:
        """The person goes with the card; the browser stays as it is."""
        self._stage.reader.take()

    def log_out(self) -> str:
        """Somebody presses logout."""
        return self._browser.get("/logout")

    def choose(self, measures: Sequence[str]) -> str:
        """Choose what to apply for."""
        return self._browser.post("/measures", {"measure": list(measures)})

    def pay_to(self, service: tuple[str, str]) -> str:
        """Choose the payment service and enter its ID."""
        self._browser.post("/service", {"service": service[0]})
        return self._browser.post("/details", fields(service))

    def confirm(self) -> str:
        """Press 「申し込む」."""
        return self._browser.post("/apply", {})

    def cancel(self) -> str:
        """Ask for the cancellation of what stands on the record."""
        return self._browser.post("/status/cancel", {})


def fields(service: tuple[str, str]) -> dict[str, str]:
    """What a person types on the page with fields."""
    return {"payment_id": service[1], "security_code": SECURITY_CODE, "phone": PHONE}

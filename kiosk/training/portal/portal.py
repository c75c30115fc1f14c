"""The running portal: its settings, its store and the state that the admin surface may change."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

from cryptography import x509
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kiosk.training.portal.journal import Journal
from kiosk.training.portal.rules import Problem, Standing, States, standing
from kiosk.training.portal.settings import Mode, PersonFacts, PortalSettings, Switches
from kiosk.training.portal.store import Application, Session, Store
from kiosk.training.portal.token import Identity, NonceRecord, TokenError, validate

COOKIE = "training_session"
SESSION_LIFE = timedelta(hours=1)


@dataclass
class Portal:
    """The portal's state. Only the admin surface changes ``mode``, ``switches``, ``fault`` and ``facts``."""

    settings: PortalSettings
    store: Store
    anchor: x509.Certificate
    mode: Mode
    switches: Switches
    journal: Journal = field(default_factory=Journal)
    fault: str = "none"
    facts: dict[str, PersonFacts] = field(default_factory=dict)

    def now(self) -> datetime:
        """The time by the portal's clock."""
        return self.settings.clock()

    def facts_of(self, person: str) -> PersonFacts:
        """Facts about a person: those set by the admin surface, else the station's, else none."""
        return self.facts.get(person) or self.settings.persons(person) or PersonFacts()

    def standing(self, session: Session) -> Standing:
        """The logged-in person as the rules see them."""
        facts = self.facts_of(session.person or "")
        return standing(facts, session.not_before or self.now(), self.now(), "represented" in session.draft)

    def applications(self, session: Session) -> list[Application]:
        """The applications on the logged-in person's record that have a measure not cancelled, oldest first."""
        return self.store.applications_of(session.person or "")

    def states(self, session: Session) -> States:
        """The state of each measure on the logged-in person's record."""
        return {name: state for item in self.applications(session) for name, state in item.live.items()}

    def origin(self, request: Request) -> str:
        """The origin that tokens and posted pages must come from."""
        return self.settings.origin or f"{request.url.scheme}://{request.url.netloc}"

    def identify(self, request: Request, token_json: str, nonce: NonceRecord | None) -> Identity:
        """Validate a token and record the outcome; raises ``TokenError``."""
        path, now = request.url.path, self.now()
        try:
            identity = validate(token_json, self.origin(request), nonce, self.anchor, now)
        except TokenError as error:
            self.journal.token(now, path, token_json, error.reason, None)
            raise
        self.journal.token(now, path, token_json, "accepted", identity.key)
        return identity


def portal_of(request: Request) -> Portal:
    """The portal that this request came to."""
    return cast(Portal, request.app.state.portal)


def session_of(request: Request) -> Session | None:
    """The live session of this request; it expires an hour after its last use."""
    portal = portal_of(request)
    session = portal.store.session(request.cookies.get(COOKIE, ""))
    if session is None:
        return None
    if portal.now() - session.seen_at > SESSION_LIFE:
        portal.store.end_session(session)
        return None
    portal.store.touch(session, portal.now())
    return session


def give_cookie(request: Request, response: Response, session: Session) -> None:
    """Set the session cookie."""
    lasting = int(SESSION_LIFE.total_seconds()) if portal_of(request).switches.persistent_cookie else None
    response.set_cookie(COOKIE, session.id, max_age=lasting, httponly=True, samesite="lax")


def see(path: str) -> RedirectResponse:
    """Redirect to another page (303: the request is repeated as GET, without its body)."""
    return RedirectResponse(path, status_code=303)


Handler = Callable[[Request, Portal, Session], Awaitable[Response]]


def logged_in(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Require a live, logged-in session; a POST must come from one of the portal's pages."""

    async def guarded(request: Request) -> Response:
        session = session_of(request)
        if session is None or session.person is None:
            return see(Problem.SESSION_EXPIRED.page)
        if not own_page(request):
            return Response(status_code=403)
        return await handler(request, portal_of(request), session)

    return guarded


def own_page(request: Request) -> bool:
    """Whether a POST comes from one of the portal's pages (header Origin); a GET always passes."""
    sent = request.headers.get("origin")
    return request.method in ("GET", "HEAD") or sent is None or sent == portal_of(request).origin(request)

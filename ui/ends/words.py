"""From what is told about an ended session to the words of the curtain: a title and facts. Nothing of the person."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum, unique

from PySide6.QtCore import QDate, QLocale

from kiosk.desk import PublicDesk
from kiosk.failures import Failure, FailureName, failure
from kiosk.languages import JAPANESE
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.procedures.model import Procedure, say
from kiosk.vocabulary import EndReason, ResultKind
from ui.ends import sentences
from ui.text import languages
from ui.text.languages import fill
from ui.widgets.card_picture import has_slot

#: Failure -> days until the person can come again.
DAYS = {FailureName.CERTIFICATE_RENEWED_TODAY: 1}
#: How a date is written in Japanese; other languages use their own long form.
_JAPANESE_DATE = "M月d日（ddd）"
#: Languages whose long form has letters that the fonts of the program do not have.
_NUMBERS_ONLY = ("ko", "ne", "my")


@unique
class Tone(StrEnum):
    """The kind of an end; each has its own picture and colour."""

    DONE = "done"
    ADVICE = "advice"
    STAFF = "staff"
    PLAIN = "plain"


@dataclass(frozen=True)
class EndWords:
    """The words of one end: title, a sentence under it, and facts as pairs of label and text."""

    tone: Tone
    title: str
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Place:
    """What the words of an end refer to: the procedures, the city's counters and citizens' line, and today."""

    procedures: tuple[Procedure, ...] = ()
    desk: PublicDesk = field(default_factory=PublicDesk)
    today: date = date.min


#: No procedures and no counters of the city's own.
NOWHERE = Place()


def of(page: ShowCurtain, place: Place, language: str) -> EndWords:
    """The words of this end in this language."""
    return _Writer(page, place, language).words()


class _Writer:
    """Writes the words of one end in one language."""

    def __init__(self, page: ShowCurtain, place: Place, language: str) -> None:
        self._page, self._place, self._language = page, place, language
        told = page.told
        self._procedure = next((item for item in place.procedures if item.id == told.procedure), None)

    def words(self) -> EndWords:
        if self._page.stay in (Stay.NONE, Stay.BRIEF):
            return EndWords(Tone.PLAIN, self._say(sentences.WIPED), self._reason())
        if self._page.stay is Stay.STAFF:
            return self._for_staff()
        result = self._page.told.result
        return self._advice() if result is None else self._result(result)

    def _for_staff(self) -> EndWords:
        """A refusal has words of its own; what may have been somebody else's is told as such."""
        refused = self._page.reason is EndReason.PORTAL_REFUSED and self._page.told.failure is not None
        about, facts = ("", self._failure_facts(counter=False)) if refused else (self._reason(), ())
        return EndWords(Tone.STAFF, self._say(sentences.TO_STAFF), about, facts)

    def _advice(self) -> EndWords:
        """Where to go now, or when to come again."""
        failed = self._page.told.failure
        if failed is not None and failed not in DAYS:
            return EndWords(Tone.ADVICE, self._say(sentences.TO_COUNTER), "", self._failure_facts())
        if failed is not None or self._page.reason is EndReason.GIVE_UP:
            facts = (*self._failure_facts(), *self._memo())
            return EndWords(Tone.ADVICE, self._say(sentences.AGAIN), "", facts)
        return EndWords(Tone.ADVICE, self._say(sentences.TO_STAFF), self._reason())

    def _say(self, source: str) -> str:
        return languages.sentence(self._language, sentences.CONTEXT, source)

    def _reason(self) -> str:
        source = sentences.REASONS.get(self._page.reason) if self._page.reason else None
        return self._say(source) if source else ""

    def _result(self, kind: ResultKind) -> EndWords:
        completion = self._procedure.completion if self._procedure else None
        if kind is not ResultKind.DONE:
            about = self._say(sentences.ASK_ABOUT_RESULT[kind])
            return EndWords(Tone.ADVICE, self._say(sentences.RESULTS[kind]), about, (*self._what(), *self._where("")))
        done = say(completion.done, self._language) if completion else self._say(sentences.RESULTS[kind])
        facts = [*self._what()]
        if completion:
            day = self._date(completion.final_days)
            facts.append((self._say(sentences.FINAL), fill(say(completion.final, self._language), day)))
            facts.append((self._say(sentences.LOOK_UP), say(completion.look_up, self._language)))
        return EndWords(Tone.DONE, self._say(sentences.THANKS), done, (*facts, *self._phone()))

    def _what(self) -> tuple[tuple[str, str], ...]:
        return ((self._say(sentences.WHAT), say(self._procedure.title, self._language)),) if self._procedure else ()

    def _failure_facts(self, counter: bool = True) -> tuple[tuple[str, str], ...]:
        if self._page.told.failure is None:
            return ()
        known: Failure = failure(self._page.told.failure).in_language(self._language, slot=has_slot())
        why, where = (self._say(sentences.WHY), known.citizen), self._where(known.code) if counter else ()
        if known.name in DAYS:  # the day itself is told instead of what to do now (``_memo``)
            return (why, *where)
        step, number = (self._say(sentences.NEXT), known.next_step), (self._say(sentences.NUMBER), known.code)
        return (why, step, *where, number)

    def _memo(self) -> tuple[tuple[str, str], ...]:
        """When to come again, what to bring, where to ask."""
        failed = self._page.told.failure
        days = DAYS.get(failed) if failed else None
        when = fill(self._say(sentences.FROM_DAY), self._date(days)) if days else self._say(sentences.ANY_DAY)
        bring = [say(item, self._language) for item in self._procedure.bring] if self._procedure else []
        facts = [(self._say(sentences.WHEN), when)]
        if bring:
            facts.append((self._say(sentences.BRING), "\n".join(f"・{item}" for item in bring)))
        asked = () if failed else self._where("")
        return (*facts, *asked)

    def _where(self, code: str) -> tuple[tuple[str, str], ...]:
        counter = self._place.desk.counter_for(code)
        where = counter.where(self._language) or self._say(sentences.COUNTER)
        return ((self._say(sentences.WHERE), "　".join(filter(None, (where, counter.hours)))),)

    def _phone(self) -> tuple[tuple[str, str], ...]:
        """The citizens' line, with what to press for this procedure."""
        desk = self._place.desk
        if not desk.number:
            return ()
        menu = desk.menu.get(self._page.told.procedure)
        said = fill(self._say(sentences.MENU), desk.number, menu) if menu else desk.number
        return ((self._say(sentences.PHONE), said),)

    def _date(self, days: int) -> str:
        day = self._place.today + timedelta(days=days)
        shown = QDate(day.year, day.month, day.day)
        if self._language in JAPANESE:
            return QLocale("ja_JP").toString(shown, _JAPANESE_DATE)
        if self._language in _NUMBERS_ONLY:
            return f"{day.year}/{day.month}/{day.day}"
        return QLocale(self._language).toString(shown, QLocale.FormatType.LongFormat)

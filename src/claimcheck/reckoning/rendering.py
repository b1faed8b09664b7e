"""Timexes: the TIMEX3 value, EDTF and period of what was read, in the order of the text."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from attrs import define

from claimcheck.model import Grain, Period, Timex
from claimcheck.model.internal import evolve
from claimcheck.reckoning import days
from claimcheck.reckoning.bounds import bounded
from claimcheck.reckoning.clocks import FINE, in_daypart, later_by, timed
from claimcheck.reckoning.lengths import code_of, extent, length_of, moved_by
from claimcheck.reckoning.locating import Locator, Tense
from claimcheck.reckoning.meanings import (
    Closing,
    Extent,
    Fields,
    Found,
    Frequency,
    Meaning,
    Offset,
    Opening,
    Range,
    Stretch,
    Vague,
)
from claimcheck.reckoning.places import UNKNOWN_DAY, Located, as_date, exact, reckoned, unresolved, whole
from claimcheck.reckoning.ranges import is_later, moved_on
from claimcheck.reckoning.stretches import placed


@define
class Renderer:
    """Gives expressions their meaning in the order of the text; it remembers the last day that was named."""

    reference: date | datetime | None
    locator: Locator
    sentence_day: date | None = None

    @classmethod
    def of(cls, reference: date | datetime | None, fiscal: int | None = None) -> "Renderer":
        """Begin a document; `fiscal` is the month in which its fiscal years begin."""
        return cls(reference, Locator(as_date(reference), fiscal))

    def timex(self, found: Found, tense: Tense | None) -> Timex:
        """Return what an expression means."""
        meaning = found.meaning
        bare = self._fields(meaning, tense) if isinstance(meaning, Fields) else self._bare(meaning, tense)
        if found.bounds:
            return bounded(bare, found.bounds, as_date(self.reference))
        return bare

    def _bare(self, meaning: Meaning, tense: Tense | None) -> Timex:
        match meaning:
            case Fields():
                return self._fields(meaning, tense)
            case Extent():
                return extent(meaning)
            case Stretch():
                return placed(meaning, self.reference)
            case Offset():
                return self._offset(meaning, tense)
            case Range():
                return self._range(meaning, tense)
            case Closing():
                return self._closing(meaning, tense)
            case Opening():
                return self._opening(meaning, tense)
            case Frequency():
                return Timex("SET", meaning.value, grain=meaning.grain)
            case Vague():
                return self._vague(meaning)

    def _fields(self, fields: Fields, tense: Tense | None) -> Timex:
        if fields.clock is None and fields.daypart is None:
            located = self.locator.locate(fields, tense)
            self._remember(located)
            return located.timex if fields.other is None else self._ambiguous(fields, fields.other, located, tense)
        if fields.slots <= {"clock", "daypart"}:
            today = self.sentence_day or as_date(self.reference)
            day = exact(today, anchored=True) if today else None
        else:
            day = self.locator.locate(fields.having(clock=None, daypart=None), tense)
            self._remember(day)
        if fields.clock is not None:
            return timed(day, fields.clock, fields.daypart)
        return in_daypart(day, fields.daypart) if fields.daypart else (day or unresolved(fields)).timex

    def _remember(self, located: Located) -> None:
        start, grain = located.start, located.grain
        if start is None:
            return
        if grain == "day":
            self.locator.last_day = self.sentence_day = start
            if not located.anchored:
                self.locator.last_part = self.locator.last_year = start
        elif grain in ("month", "quarter", "half"):
            self.locator.last_part = start
            if not located.anchored:
                self.locator.last_year = start
        elif grain == "year":
            self.locator.last_year = start

    def _ambiguous(self, fields: Fields, other: tuple[int, int], located: Located, tense: Tense | None) -> Timex:
        """Return a time with the value of its other reading: 03/04/2017."""
        month, number = other
        value = self.locator.locate(fields.having(month=month, day=number, other=None), tense).value
        return located.timex if value == located.value else evolve(located.timex, readings=(value,))

    def _closing(self, meaning: Closing, tense: Tense | None) -> Timex:
        """Place a length that ends with a time: its first day is that length before the time is over."""
        end = self.locator.locate(meaning.end, tense)
        start = moved_by(end.end, meaning.unit, -meaning.count) if end.end else None
        return _lasting(start, end.end, meaning, anchored=end.anchored)

    def _opening(self, meaning: Opening, tense: Tense | None) -> Timex:
        """Place a length that begins with a time: it stays a length, because that is what is said of it."""
        begin = self.locator.locate(meaning.start, tense)
        end = moved_by(begin.start, meaning.unit, meaning.count) if begin.start else None
        bounded_by = _lasting(begin.start, end, meaning, anchored=begin.anchored)
        return evolve(bounded_by, timex_type="DURATION", value=code_of(meaning.count, meaning.unit))

    def _offset(self, offset: Offset, tense: Tense | None) -> Timex:
        """Place what lies a length before or after its anchor."""
        base = self._anchor(offset, tense)
        fine = [item for item in offset.parts if item[1].grain in FINE]
        grain: Grain = "day"
        if base is None:
            return Timex("DATE", UNKNOWN_DAY, length=length_of(offset.parts), grain="day", resolved=False)
        moment: date | None = base
        for count, unit in offset.parts:
            if unit.grain not in FINE:
                moment = moved_by(moment, unit, count * offset.sign) if moment else None
        if moment is None:
            return Timex("DATE", UNKNOWN_DAY, length=length_of(offset.parts), grain="day", resolved=False)
        if fine:
            return self._fine_offset(offset, moment)
        if offset.weekday is not None:
            moment = days.add_days(moment, offset.weekday - moment.weekday()) or moment
        located = _coarse(moment, offset, grain)
        if offset.anchor is not None and offset.anchor.context and offset.anchor.shift:
            located = reckoned(whole(days.floor(moment, offset.anchor.shift[0]), offset.anchor.shift[0]))
        if offset.clock is not None:
            return timed(located, offset.clock, offset.daypart)
        if offset.daypart is not None:
            return in_daypart(located, offset.daypart)
        self._remember(located)
        return located.timex

    def _anchor(self, offset: Offset, tense: Tense | None) -> date | None:
        if offset.anchor is not None:
            return self.locator.locate(offset.anchor, tense).start
        if offset.context:
            return self.locator.last_day or as_date(self.reference)
        return as_date(self.reference)

    def _fine_offset(self, offset: Offset, day: date) -> Timex:
        seconds = sum(count * FINE[unit.grain] for count, unit in offset.parts if unit.grain in FINE)
        if not isinstance(self.reference, datetime):
            return Timex("TIME", f"{day.isoformat()}TXX:XX", grain="minute", resolved=False)
        now = datetime.combine(day, self.reference.time().replace(tzinfo=None))
        moved = later_by(now, timedelta(seconds=float(min(seconds, Decimal(10**11))) * offset.sign))
        if moved is None:
            return Timex("TIME", None, grain="minute", resolved=False)
        value = moved.isoformat(timespec="minutes")
        end = later_by(moved, timedelta(minutes=1))
        return Timex("TIME", value, edtf=value, period=Period(moved, end), grain="minute", anchored=True)

    def _range(self, meaning: Range, tense: Tense | None) -> Timex:
        start = self._bare(meaning.start, tense)
        end = self._bare(meaning.end, tense)
        if start.period is None or end.period is None:
            resolved = start.resolved and end.resolved
            return Timex(start.timex_type, f"{start.value}/{end.value}", grain=end.grain, resolved=resolved)
        if isinstance(meaning.end, Fields) and is_later(start.period, end.period):
            end = moved_on(end, meaning.end, start)
        value = f"{start.value}/{end.value}"
        period = Period(start.period.start, end.period.end if end.period else None)
        if start.timex_type == "TIME" and end.period and end.grain in ("hour", "minute"):
            period = Period(start.period.start, end.period.start)
        return Timex(
            start.timex_type,
            value,
            edtf=_joined(start.edtf, end.edtf),
            period=period,
            grain=end.grain,
            anchored=start.anchored or end.anchored,
        )

    def _vague(self, meaning: Vague) -> Timex:
        if meaning.code == "PRESENT_REF" and self.reference is not None:
            if isinstance(self.reference, datetime):
                now = self.reference.replace(tzinfo=None)
                return Timex(
                    "DATE",
                    meaning.code,
                    period=Period(now, later_by(now, timedelta(minutes=1))),
                    grain="minute",
                    anchored=True,
                )
            base = as_date(self.reference)
            period = Period(base, days.add_days(base, 1)) if base else None
            return Timex("DATE", meaning.code, period=period, grain="day", anchored=True)
        return Timex("DATE", meaning.code, resolved=False)


def _lasting(start: date | None, end: date | None, meaning: Closing | Opening, *, anchored: bool) -> Timex:
    """Return a length between two days, its value alone where they are unknown."""
    length, grain = length_of(((meaning.count, meaning.unit),)), meaning.unit.grain
    if start is None or end is None:
        return Timex("DURATION", code_of(meaning.count, meaning.unit), length=length, grain=grain, resolved=False)
    span = f"{start.isoformat()}/{(days.add_days(end, -1) or end).isoformat()}"
    return Timex("DATE", span, edtf=span, period=Period(start, end), length=length, grain=grain, anchored=anchored)


def _coarse(moment: date, offset: Offset, grain: Grain) -> Located:
    """Place a moved day: a length in years or months back from now tells only the year or month, but bounds a day."""
    return evolve(
        exact(moment) or Located(UNKNOWN_DAY, grain, resolved=False),
        anchored=offset.anchor is None or offset.anchor.year is None,
    )


def _joined(start: str | None, end: str | None) -> str | None:
    """Return the EDTF interval from the begin of one time to the end of another."""
    return None if start is None or end is None else f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"

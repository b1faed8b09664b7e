"""Timexes: the TIMEX3 value, EDTF and period of what was read, with the words that bound it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from attrs import define, evolve

from claimcheck.model import Grain, Interval, Length, Period, Timex
from claimcheck.model.wire import decimal_text
from claimcheck.times import reckoning
from claimcheck.times.frequencies import period_value
from claimcheck.times.meanings import Clock, Extent, Fields, Found, Frequency, Meaning, Offset, Range, Stretch, Vague
from claimcheck.times.resolution import Located, Locator, Tense, as_date, exact, period_of, unresolved, whole
from claimcheck.times.vocabulary import Daypart, TimeModifier, TimeUnit

FINE = {"second": 1, "minute": 60, "hour": 3600}
LAST_MOMENT = time(23, 59, 59)
LONGEST = timedelta(days=4_000_000)


@define
class Renderer:
    """Gives expressions their meaning in the order of the text; it remembers the last day that was named."""

    reference: date | datetime | None
    locator: Locator
    sentence_day: date | None = None

    @classmethod
    def of(cls, reference: date | datetime | None) -> "Renderer":
        """Begin a document."""
        return cls(reference, Locator(as_date(reference)))

    def timex(self, found: Found, tense: Tense | None) -> Timex:
        """Return what an expression means."""
        bare = self._bare(found.meaning, tense)
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
                return self._stretch(meaning)
            case Offset():
                return self._offset(meaning, tense)
            case Range():
                return self._range(meaning, tense)
            case Frequency():
                return Timex("SET", meaning.value, grain=meaning.grain)
            case Vague():
                return self._vague(meaning)

    def _fields(self, fields: Fields, tense: Tense | None) -> Timex:
        if fields.clock is None and fields.daypart is None:
            located = self.locator.locate(fields, tense)
            self._remember(located)
            readings = self._readings(fields, located, tense)
            return _dated(located, readings)
        if fields.slots <= {"clock", "daypart"}:
            today = self.sentence_day or as_date(self.reference)
            day = exact(today, anchored=True) if today else None
        else:
            day = self.locator.locate(evolve(fields, clock=None, daypart=None), tense)
            self._remember(day)
        if fields.clock is not None:
            return timed(day, fields.clock, fields.daypart)
        return in_daypart(day, fields.daypart) if fields.daypart else _dated(day or unresolved(fields), ())

    def _remember(self, located: Located) -> None:
        if located.start is not None and located.grain == "day":
            self.locator.last_day = self.sentence_day = located.start

    def _readings(self, fields: Fields, located: Located, tense: Tense | None) -> tuple[str, ...]:
        if fields.other is None:
            return ()
        month, number = fields.other
        other = self.locator.locate(evolve(fields, month=month, day=number, other=None), tense)
        return () if other.value == located.value else (other.value,)

    def _stretch(self, stretch: Stretch) -> Timex:
        """Place the last or next units: they end or begin with the reference."""
        base = as_date(self.reference)
        count = stretch.count
        length = None if count is None else _length(((count, stretch.unit),))
        if base is None or count is None or not _whole(count):
            return Timex(
                "DURATION",
                _code(count, stretch.unit),
                length=length,
                grain=stretch.unit.grain,
                resolved=base is not None,
            )
        if stretch.unit.grain in FINE:
            start, end = self._fine_stretch(stretch, int(count))
        else:
            floor = stretch.unit.grain in ("quarter", "season", "decade", "century", "weekend", "millennium")
            begin = reckoning.floor(base, stretch.unit.grain) if floor else base
            size = int(count) * (stretch.unit.factor if stretch.unit.key == "fortnight" else 1)
            start, end = _stretched(begin, stretch.unit.grain, size, stretch.sign, floor=floor)
        if start is None or end is None:
            return Timex(
                "DURATION", _code(count, stretch.unit), length=length, grain=stretch.unit.grain, resolved=False
            )
        whole_period = f"{_iso(start)}/{_iso(end)}"
        return Timex(
            "DURATION" if stretch.lasting else "DATE",
            _code(count, stretch.unit) if stretch.lasting else whole_period,
            edtf=whole_period,
            period=Period(start, end),
            length=length,
            grain=stretch.unit.grain,
            anchored=True,
        )

    def _fine_stretch(self, stretch: Stretch, count: int) -> tuple[date | None, date | None]:
        if not isinstance(self.reference, datetime):
            base = as_date(self.reference)
            return base, reckoning.add_days(base, 1) if base else None
        now = self.reference.replace(tzinfo=None)
        moved = _moved(now, timedelta(seconds=stretch.sign * count * FINE[stretch.unit.grain]))
        return (moved, now) if stretch.sign < 0 else (now, moved)

    def _offset(self, offset: Offset, tense: Tense | None) -> Timex:
        """Place what lies a length before or after its anchor."""
        base = self._anchor(offset, tense)
        fine = [item for item in offset.parts if item[1].grain in FINE]
        grain: Grain = "day"
        if base is None:
            return Timex("DATE", "XXXX-XX-XX", length=_length(offset.parts), grain="day", resolved=False)
        moment: date | None = base
        for count, unit in offset.parts:
            if unit.grain not in FINE:
                moment = _moved_by(moment, unit, count * offset.sign) if moment else None
        if moment is None:
            return Timex("DATE", "XXXX-XX-XX", length=_length(offset.parts), grain="day", resolved=False)
        if fine:
            return self._fine_offset(offset, moment)
        located = _coarse(moment, offset, grain)
        if offset.clock is not None:
            return timed(located, offset.clock, offset.daypart)
        if offset.daypart is not None:
            return in_daypart(located, offset.daypart)
        self._remember(located)
        return _dated(located, ())

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
        moved = _moved(now, timedelta(seconds=float(min(seconds, Decimal(10**11))) * offset.sign))
        if moved is None:
            return Timex("TIME", None, grain="minute", resolved=False)
        value = moved.isoformat(timespec="minutes")
        end = _moved(moved, timedelta(minutes=1))
        return Timex("TIME", value, edtf=value, period=Period(moved, end), grain="minute", anchored=True)

    def _range(self, meaning: Range, tense: Tense | None) -> Timex:
        start = self._bare(meaning.start, tense)
        end = self._bare(meaning.end, tense)
        if start.period is None or end.period is None:
            resolved = start.resolved and end.resolved
            return Timex(start.timex_type, f"{start.value}/{end.value}", grain=end.grain, resolved=resolved)
        if isinstance(meaning.end, Fields) and _later(start.period, end.period):
            end = _forward(end, meaning.end, start)
        value = f"{start.value}/{end.value}"
        period = Period(start.period.start, end.period.end if end.period else None)
        if start.timex_type == "TIME" and end.period and end.grain in ("hour", "minute"):
            period = Period(start.period.start, end.period.start)
        return Timex(
            start.timex_type,
            value,
            edtf=f"{start.edtf}/{end.edtf}",
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
                    period=Period(now, _moved(now, timedelta(minutes=1))),
                    grain="minute",
                    anchored=True,
                )
            base = as_date(self.reference)
            period = Period(base, reckoning.add_days(base, 1)) if base else None
            return Timex("DATE", meaning.code, period=period, grain="day", anchored=True)
        return Timex("DATE", meaning.code, resolved=False)


def _dated(located: Located, readings: tuple[str, ...]) -> Timex:
    return Timex(
        "DATE", located.value, edtf=located.edtf, period=period_of(located), grain=located.grain,
        resolved=located.resolved, readings=readings, anchored=located.anchored,
    )  # fmt: skip


def _later(start: Period, end: Period) -> bool:
    return start.bounds()[0] >= end.bounds()[1]


def _forward(end: Timex, fields: Fields, start: Timex) -> Timex:
    """Move the end of a range to the next time round, where it would come before the start."""
    low = start.period.start if start.period else None
    if fields.slots <= {"clock", "daypart"} or "clock" in fields.slots:
        period = end.period
        if period and isinstance(period.start, datetime) and isinstance(period.end, datetime):
            later = _moved(period.start, timedelta(days=1)), _moved(period.end, timedelta(days=1))
            return evolve(
                end, period=Period(*later), value=later[0].isoformat(timespec="minutes") if later[0] else end.value
            )
        return end
    high = end.period.start if end.period else None
    if (
        not isinstance(low, date)
        or not isinstance(high, date)
        or isinstance(low, datetime)
        or isinstance(high, datetime)
    ):
        return end
    if fields.slots <= {"weekday"}:
        moved = reckoning.add_days(high, -(-(low - high).days // 7) * 7)
    elif fields.year is None and fields.shift is None:
        moved = reckoning.add_months(high, 12)
    else:
        return end
    if moved is None or end.grain is None:
        return end
    again = whole(moved, end.grain)
    return evolve(end, value=again.value, edtf=again.edtf, period=period_of(again))


def timed(located: Located | None, clock: Clock, part: Daypart | None) -> Timex:
    """Return a time of day on a day, or of an unknown one."""
    clock = _settled(clock, part)
    hour, minute = clock.hour, clock.minute or 0
    grain: Grain = "second" if clock.second is not None else "minute" if clock.minute is not None else "hour"
    text = (
        f"T{hour:02d}"
        + ("" if grain == "hour" else f":{minute:02d}")
        + (f":{clock.second:02d}" if clock.second is not None else "")
    )
    day = located.start if located and located.grain == "day" else None
    zone = _offset(clock.zone, day)
    suffix = "" if zone is None else "Z" if zone == "+00:00" else zone
    readings = () if not clock.loose else (f"T{clock.shifted().hour:02d}" + text[3:] + suffix,)
    if day is None:
        value = (located.value if located else "") + text + suffix
        known = located is None and hour < 24
        return Timex(
            "TIME",
            value,
            edtf=None,
            period=_of_unknown_day(clock, grain) if known else None,
            grain=grain,
            resolved=located is None or located.resolved,
            readings=readings,
        )
    value = f"{day.isoformat()}{text}{suffix}"
    base = datetime.combine(day, time.min)
    start = _moved(base, timedelta(hours=hour, minutes=minute, seconds=clock.second or 0))
    end = _moved(start, timedelta(seconds=1 if grain == "second" else FINE[grain])) if start else None
    full = tuple(day.isoformat() + reading for reading in readings)
    return Timex(
        "TIME",
        value,
        edtf=value,
        period=Period(start, end),
        grain=grain,
        readings=full,
        anchored=bool(located and located.anchored),
    )


def _settled(clock: Clock, part: Daypart | None) -> Clock:
    """Return a loose hour in the half of the day that a part of the day tells."""
    if part is None or not clock.loose:
        return clock
    evening = part.code in ("AF", "EV") or (part.code == "NI" and 5 <= clock.hour < 12)
    if evening:
        return clock.shifted()
    return evolve(clock, hour=clock.hour % 12 if part.code in ("MO", "NI") else clock.hour, loose=False)


def _of_unknown_day(clock: Clock, grain: Grain) -> Period:
    start = time(clock.hour, clock.minute or 0, clock.second or 0)
    total = (
        clock.hour * 3600 + (clock.minute or 0) * 60 + (clock.second or 0) + (1 if grain == "second" else FINE[grain])
    )
    end = time(total // 3600, total // 60 % 60, total % 60) if total < 86400 else LAST_MOMENT
    return Period(start, end)


def in_daypart(located: Located | None, part: Daypart) -> Timex:
    """Return a part of a day."""
    day = located.start if located and located.grain == "day" else None
    if day is None:
        value = f"{located.value if located else ''}T{part.code}"
        period = (
            None if located else Period(time(part.start % 24), time(part.end % 24) if part.end < 24 else LAST_MOMENT)
        )
        return Timex("TIME", value, period=period, grain="daypart", resolved=located is None or located.resolved)
    base = datetime.combine(day, time.min)
    period = Period(_moved(base, timedelta(hours=part.start)), _moved(base, timedelta(hours=part.end)))
    return Timex(
        "TIME",
        f"{day.isoformat()}T{part.code}",
        period=period,
        grain="daypart",
        anchored=bool(located and located.anchored),
    )


def _offset(name: str | None, day: date | None) -> str | None:
    """Return an offset; a name for both halves of the year ("ET") takes that of the day."""
    if name is None or "/" not in name:
        return name
    winter, summer = name.split("/")
    if day is None:
        return winter
    begins, ends = reckoning.nth_weekday(day.year, 3, 6, 2), reckoning.nth_weekday(day.year, 11, 6, 1)
    return summer if begins and ends and begins <= day < ends else winter


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    try:
        return None if moment is None else moment + by
    except OverflowError:
        return None


def _moved_by(start: date, unit: TimeUnit, count: Decimal) -> date | None:
    """Step whole units, and the rest of a broken count in the next finer unit."""
    if abs(count) > 10_000_000:
        return None
    entire = int(count)
    size = unit.factor if unit.key == "fortnight" else 1
    moved = reckoning.step(start, unit.grain, entire * size)
    rest = count - entire
    if moved is None or not rest:
        return moved
    if unit.grain in reckoning.MONTHS:
        months = reckoning.MONTHS[unit.grain] * rest
        return (
            reckoning.add_months(moved, int(months))
            if months == int(months)
            else reckoning.add_days(moved, int(months * 30))
        )
    return reckoning.add_days(moved, int(rest * reckoning.DAYS.get(unit.grain, 0)))


def _coarse(moment: date, offset: Offset, grain: Grain) -> Located:
    """Place a moved day: a length in years or months back from now tells only the year or month, but bounds a day."""
    return evolve(
        exact(moment) or Located("XXXX-XX-XX", grain, resolved=False),
        anchored=offset.anchor is None or offset.anchor.year is None,
    )


def _stretched(base: date, grain: Grain, count: int, sign: int, *, floor: bool) -> tuple[date | None, date | None]:
    if sign < 0:
        return reckoning.step(base, grain, -count), base
    begin = reckoning.step(base, grain, 1) if floor else reckoning.add_days(base, 1)
    return begin, reckoning.step(begin, grain, count) if begin else None


def _iso(moment: date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def _whole(count: Decimal) -> bool:
    return count == int(count) and abs(count) < 100_000


def extent(meaning: Extent) -> Timex:
    """Return a length."""
    low = meaning.low
    count, unit = low[0]
    if meaning.high is not None:
        high, unit = meaning.high[0]
        value = f"{_code(count, unit)}/{_code(high, unit)}"
        amount = None if count is None or high is None else Interval(count * unit.factor, high * unit.factor)
        return Timex("DURATION", value, length=Length(amount, unit.ucum) if amount else None, grain=unit.grain)
    return Timex("DURATION", _codes(low), length=_length(low), grain=low[-1][1].grain)


SECONDS = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800}


def _length(parts: tuple[tuple[Decimal | None, TimeUnit], ...]) -> Length | None:
    """Return parts as one amount of the first unit; None where a count is vague or months meet days."""
    first = parts[0][1]
    total = Decimal(0)
    for count, unit in parts:
        if count is None:
            return None
        if unit.ucum == first.ucum:
            total += count * unit.factor
        elif unit.code in SECONDS and first.code in SECONDS:
            share = count * unit.factor * SECONDS[unit.code] / Decimal(SECONDS[first.code])
            total += share.quantize(Decimal("0.000000001")).normalize()
        elif first.ucum == "a" and unit.ucum == "mo":
            total += (count * unit.factor / Decimal(12)).quantize(Decimal("0.000000001")).normalize()
        else:
            return None
    return Length(Interval.point(total), first.ucum)


def _codes(parts: tuple[tuple[Decimal | None, TimeUnit], ...]) -> str:
    """Return a length's value; parts of one unit are added up: P1.5Y."""
    totals: dict[str, tuple[Decimal | None, TimeUnit]] = {}
    for count, unit in parts:
        before = totals.get(unit.key)
        totals[unit.key] = (count if before is None or before[0] is None or count is None else before[0] + count, unit)
    codes = [_code(count, unit) for count, unit in totals.values()]
    days = "".join(code[1:] for code in codes if not code.startswith("PT"))
    times = "".join(code[2:] for code in codes if code.startswith("PT"))
    return f"P{days}T{times}" if times else f"P{days}"


def _code(count: Decimal | None, unit: TimeUnit) -> str:
    one = period_value(1, unit)
    if count is None:
        return "PTX" + one[-1] if one.startswith("PT") else "PX" + one.lstrip("P0123456789")
    size = Decimal(one.lstrip("PT")[: -2 if one.endswith("WE") else -1])
    text = decimal_text(count * size) or "0"
    return f"{'PT' if one.startswith('PT') else 'P'}{text}{'WE' if one.endswith('WE') else one[-1]}"


def bounded(timex: Timex, bounds: tuple[TimeModifier, ...], today: date | None) -> Timex:
    """Return a time or length with what its modifiers make of it, the innermost first."""
    for entry in bounds:
        timex = _length_bounded(timex, entry) if timex.timex_type == "DURATION" else _point_bounded(timex, entry, today)
    return timex


def _point_bounded(timex: Timex, entry: TimeModifier, today: date | None) -> Timex:
    period = timex.period
    timex = evolve(timex, mod=entry.mod or timex.mod)
    if period is None:
        return timex
    if entry.effect in ("rest", "so_far"):
        return _divided(timex, period, entry, today)
    if entry.effect == "from":
        return evolve(timex, period=Period(period.start, None), edtf=_open(timex.edtf, "{}/.."))
    if entry.effect in ("to",):
        return evolve(timex, period=Period(None, period.end), edtf=_open(timex.edtf, "../{}"))
    if entry.effect == "before":
        return evolve(timex, period=Period(None, period.start), edtf=None)
    if entry.effect == "after":
        end = period.start if timex.timex_type == "TIME" else period.end
        return evolve(timex, period=Period(end, None), edtf=None)
    if entry.effect == "about" and timex.edtf and "/" not in timex.edtf and "X" not in timex.edtf:
        return evolve(timex, edtf=timex.edtf + "~")
    return timex


def _divided(timex: Timex, period: Period, entry: TimeModifier, today: date | None) -> Timex:
    """Return the part of a running period that is over ("earlier this year") or still to come ("later this week")."""
    if (
        today is None
        or isinstance(period.start, time)
        or not period.contains(Period(today, today))
        or timex.grain in FINE
    ):
        return timex
    if entry.effect == "rest" and timex.grain != "daypart":
        return evolve(timex, period=Period(today, period.end))
    tomorrow = reckoning.add_days(today, 1)
    return evolve(timex, period=Period(period.start, tomorrow)) if timex.grain not in ("day", "daypart") else timex


def _open(edtf: str | None, pattern: str) -> str | None:
    return None if edtf is None or "/" in edtf else pattern.format(edtf)


def _length_bounded(timex: Timex, entry: TimeModifier) -> Timex:
    timex = evolve(timex, mod=entry.mod or timex.mod)
    length = timex.length
    if length is None:
        return timex
    amount = length.amount
    match entry.effect:
        case "about":
            return evolve(timex, length=evolve(length, approximate=True))
        case "more":
            return evolve(timex, length=evolve(length, amount=Interval(amount.high, None, low_open=True)))
        case "least":
            return evolve(timex, length=evolve(length, amount=Interval(amount.low, None)))
        case "less":
            return evolve(timex, length=evolve(length, amount=Interval(None, amount.low, high_open=True)))
        case "most":
            return evolve(timex, length=evolve(length, amount=Interval(None, amount.high)))
        case _:
            return timex

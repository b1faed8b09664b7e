"""What a user may set; every default is stated here and nowhere else."""

from decimal import Decimal
from typing import Literal

from attrs import frozen

DateOrder = Literal["dmy", "mdy", "ymd"]


@frozen(kw_only=True)
class Settings:
    """The choices that change what is found or how strictly it is compared.

    `dollar` is the ISO 4217 code of a bare `$`, None leaves it open; `date_order` how 03/04/2017 is read, None leaves it
    to the document; `fiscal_year_start` the month in which fiscal years begin, None never equates them with calendar
    years. `bound_ratio` is how far beyond a bound a value may lie and still fit it ("over 800": 1,200 at 1.5);
    `hedge` the relative difference that a hedge excuses ("about 2,500": 2,750 at 0.1); `rounding` the one that two plain
    figures may have beyond what their digits imply, none by default.
    """

    dollar: str | None = None
    date_order: DateOrder | None = None
    fiscal_year_start: int | None = None
    bound_ratio: Decimal = Decimal("1.5")
    hedge: Decimal = Decimal("0.1")
    rounding: Decimal = Decimal(0)

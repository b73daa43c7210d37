"""Dates as astronomers count them."""

from __future__ import annotations

from datetime import datetime, timezone

J2000 = 2451545.0
_UNIX_EPOCH = 2440587.5
_SECONDS_PER_DAY = 86400.0
_DAYS_PER_CENTURY = 36525.0


def julian_date(moment: datetime) -> float:
    """Days since noon of 1 January 4713 BC; a moment without a time zone is in UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return _UNIX_EPOCH + moment.timestamp() / _SECONDS_PER_DAY


def mean_sidereal_time(julian_day: float, longitude: float = 0.0) -> float:
    """Local mean sidereal time in degrees (IAU 1982); longitude in degrees, east positive."""
    days = julian_day - J2000
    centuries = days / _DAYS_PER_CENTURY
    greenwich = 280.46061837 + 360.98564736629 * days + 0.000387933 * centuries**2 - centuries**3 / 38710000.0
    return (greenwich + longitude) % 360.0

"""Positions on the sphere. All angles are in degrees."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin


def angular_separation(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """The angle between two positions, by Vincenty's formula, which is exact at poles and antipodes too."""
    difference = radians(lon2 - lon1)
    phi1, phi2 = radians(lat1), radians(lat2)
    across = hypot(cos(phi2) * sin(difference), cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(difference))
    along = sin(phi1) * sin(phi2) + cos(phi1) * cos(phi2) * cos(difference)
    return degrees(atan2(across, along))


def to_altitude_azimuth(hour_angle: float, declination: float, latitude: float) -> tuple[float, float]:
    """Altitude, and azimuth from north through east, of a position with that hour angle."""
    angle, delta, phi = radians(hour_angle), radians(declination), radians(latitude)
    altitude = asin(sin(delta) * sin(phi) + cos(delta) * cos(phi) * cos(angle))
    azimuth = atan2(-cos(delta) * sin(angle), sin(delta) * cos(phi) - cos(delta) * sin(phi) * cos(angle))
    return degrees(altitude), degrees(azimuth) % 360.0

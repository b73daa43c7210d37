"""Motion on an ellipse."""

from __future__ import annotations

from math import atan2, cos, pi, sin, sqrt

_TOLERANCE = 1e-14
_STEPS = 50


def eccentric_anomaly(mean_anomaly: float, eccentricity: float) -> float:
    """Solves Kepler's equation M = E - e sin E by Newton's method; angles in radians."""
    if not 0.0 <= eccentricity < 1.0:
        raise ValueError(f"an ellipse has an eccentricity from 0 to below 1, not {eccentricity}")
    mean = mean_anomaly % (2.0 * pi)
    anomaly = mean if eccentricity < 0.8 else pi
    for _ in range(_STEPS):
        step = (anomaly - eccentricity * sin(anomaly) - mean) / (1.0 - eccentricity * cos(anomaly))
        anomaly -= step
        if abs(step) < _TOLERANCE:
            break
    return anomaly


def true_anomaly(mean_anomaly: float, eccentricity: float) -> float:
    """The angle from periapsis, in radians from 0 to 2 pi."""
    half = eccentric_anomaly(mean_anomaly, eccentricity) / 2.0
    angle = 2.0 * atan2(sqrt(1.0 + eccentricity) * sin(half), sqrt(1.0 - eccentricity) * cos(half))
    return angle % (2.0 * pi)


def orbital_period(semi_major_axis: float, mass: float = 1.0) -> float:
    """Kepler's third law: years, for an axis in astronomical units and a mass in those of the Sun."""
    return sqrt(semi_major_axis**3 / mass)

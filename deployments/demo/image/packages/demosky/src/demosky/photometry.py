"""Magnitudes: fainter is greater, and five of them are a factor of one hundred."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10


def flux_ratio(magnitude1: float, magnitude2: float) -> float:
    """How many times brighter the first is."""
    return 10.0 ** (0.4 * (magnitude2 - magnitude1))


def combined_magnitude(magnitudes: Iterable[float]) -> float:
    """The magnitude of several sources seen as one."""
    return -2.5 * log10(sum(10.0 ** (-0.4 * magnitude) for magnitude in magnitudes))


def distance_from_modulus(apparent: float, absolute: float, extinction: float = 0.0) -> float:
    """The distance in parsecs."""
    return 10.0 ** ((apparent - absolute - extinction + 5.0) / 5.0)

"""A little astronomy in plain Python: what the demonstration mission computes, and checks against astropy."""

from .angles import angular_separation, to_altitude_azimuth
from .calendars import julian_date, mean_sidereal_time
from .orbits import eccentric_anomaly, orbital_period, true_anomaly
from .photometry import combined_magnitude, distance_from_modulus, flux_ratio

__all__ = [
    "angular_separation",
    "combined_magnitude",
    "distance_from_modulus",
    "eccentric_anomaly",
    "flux_ratio",
    "julian_date",
    "mean_sidereal_time",
    "orbital_period",
    "to_altitude_azimuth",
    "true_anomaly",
]

"""The tests that run inside an image: imports, notebooks, scripts; all failures of all phases are gathered."""

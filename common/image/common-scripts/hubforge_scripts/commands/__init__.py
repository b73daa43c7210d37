"""One module a command; the executables beside this package only call them."""

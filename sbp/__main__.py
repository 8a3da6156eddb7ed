"""`python -m sbp` is the command `sbp`."""

from sbp.cli import main

main()

"""`python -m ojdsl`."""

from ojdsl.cli import main

main()

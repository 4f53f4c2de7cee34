"""`make guide GUIDE=path`: reads the calculations of the printed guide with our own reader, beside the specs.

With OJDSL_ACCEPT=1 it writes docs/guiden-2017-berakningar.md. Exit 1 if that page is not what the guide gives now, 2 if there is
no guide.
"""

from __future__ import annotations

import os
import sys

from tests.guide.calculations import judged
from tests.guide.printed import descriptions, path_of_guide
from tests.guide.report import PAGE, page, tables
from tests.real import catalogue


def main(arguments: list[str]) -> int:
    path = path_of_guide(next(iter(arguments), None))
    if not path.is_file():
        print(f"no printed guide at {path}: name it with GUIDE=path", file=sys.stderr)
        return 2
    guide = path.read_bytes()
    found = judged(descriptions(guide.decode("utf-8")), catalogue())
    print("\n".join(tables(found, guide).values()))
    before = PAGE.read_text(encoding="utf-8")
    now = page(found, guide, before)
    if "OJDSL_ACCEPT" in os.environ:
        PAGE.write_text(now, encoding="utf-8")
    elif now != before:
        print(f"{PAGE.name} does not say this; OJDSL_ACCEPT=1 writes it", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Changes of the specs that documents ask for, shown as differences of files; nothing is written."""

from __future__ import annotations

import sys
from difflib import unified_diff

from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.model.nodes import Catalogue
from ojdsl.model.resolve import AreaSpecs
from ojdsl.verify.propose import Proposal, propose
from ojdsl.verify.verify import Verified

_AROUND = 2


def show_proposals(found: Verified, catalogue: Catalogue, specs: AreaSpecs, language: Language) -> None:
    """Prints them on standard output, with what cannot be proposed and why."""
    for one in propose(found, catalogue, specs):
        if isinstance(one, Proposal):
            line, shown = _difference(one)
            said = say("proposal", language, code=one.code, where=one.where, file=one.source.name, line=line)
            sys.stdout.write(f"{said}\n{shown}\n")
        else:
            sys.stdout.write(
                say("no_proposal", language, code=one.code, where=one.where, reason=say(one.reason, language)) + "\n\n"
            )


def _difference(one: Proposal) -> tuple[int, str]:
    """The first line that changes, and the difference."""
    before, after = one.source.text.splitlines(), one.after.splitlines()
    pairs = enumerate(zip(before, after, strict=False), start=1)
    line = next((number for number, (old, new) in pairs if old != new), min(len(before), len(after)) + 1)
    name = one.source.name
    return line, "".join(f"{text}\n" for text in unified_diff(before, after, name, name, n=_AROUND, lineterm=""))

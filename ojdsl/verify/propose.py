"""What a document says otherwise → the change of the specs that would make them say it; or why there is none to show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ojdsl.diagnostics.fact import Diagnostic
from ojdsl.model.dates import MONTHS
from ojdsl.model.nodes import Catalogue
from ojdsl.model.resolve import AreaSpecs
from ojdsl.model.slots import slots
from ojdsl.source import Source, Text
from ojdsl.syntax.decode import FORBIDDEN
from ojdsl.syntax.rewrite import Rewrite, rewritten
from ojdsl.syntax.specs import IndicatorSpec, ItemSpec, QuestionSpec
from ojdsl.verify.accept import Taken, located, rewrite
from ojdsl.verify.propose_rule import denominator, new_rule, skip_condition
from ojdsl.verify.published import WITHHELD
from ojdsl.verify.report import NOTHING, ReadRule
from ojdsl.verify.verify import Verified

_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_ID = re.compile(r"\(?([A-ZÅÄÖ]+)\)? ?([\d.]+) ?([a-z]?)")
_LEFT = {
    "OJ821": "not_understood", "OJ823": "follows_rule", "OJ825": "no_words", "OJ831": "whole_by_hand", "OJ832": "whole_by_hand",
    "OJ833": "part_by_hand", "OJ834": "part_by_hand", "OJ836": "same_rule", "OJ840": "assumed_by_hand",
    "OJ841": "follows_other",
}  # fmt: skip
_NO_PROPOSAL = ("OJ835", "OJ837", "OJ838", "OJ839")  # texts are proposed by their edits; the rest asks for nothing
_UNCLEAR = "no_text_of_it"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of one file of the specs; `where` is what it is about."""

    code: str
    where: str
    source: Source
    after: str


@dataclass(frozen=True, slots=True)
class NoProposal:
    """`reason` is a key of the command line's words."""

    code: str
    where: str
    reason: str


def propose(found: Verified, catalogue: Catalogue, specs: AreaSpecs) -> list[Proposal | NoProposal]:
    """A proposal or a reason for everything that was found, rules first as they stand in the documents; each change once."""
    finder = _Finder(found, catalogue, specs)
    made = [finder.of_fault(fault) for fault in found.faults if fault.code not in _NO_PROPOSAL]
    for one in located(found.edits, catalogue, slots(specs)):
        if isinstance(one, Taken):
            made.append(_of("OJ835", one.edit.where, rewrite([one])))
        else:
            made.append(NoProposal("OJ835", one.edit.where, one.reason))
    return list({_key(one): one for one in reversed(made)}.values())[::-1]


def _key(one: Proposal | NoProposal) -> tuple[str, ...]:
    return (one.source.name, one.after) if isinstance(one, Proposal) else (one.code, one.where, one.reason)


def _of(code: str, where: str, change: Rewrite) -> Proposal:
    return Proposal(code, where, change.span.source, rewritten(change.span.source, [change]))


@dataclass(frozen=True, slots=True)
class _Finder:
    found: Verified
    catalogue: Catalogue
    specs: AreaSpecs

    def of_fault(self, fault: Diagnostic) -> Proposal | NoProposal:
        where = str(fault.facts.get("where") or fault.facts.get("name") or NOTHING)
        change = self.change(fault, where)
        if isinstance(change, str):
            return NoProposal(fault.code, where, change)
        if isinstance(change, Rewrite):
            return _of(fault.code, where, change)
        return Proposal(fault.code, where, *change)

    def change(self, fault: Diagnostic, where: str) -> Rewrite | tuple[Source, str] | str:
        """The change, or why there is none."""
        spec, document = str(fault.facts.get("spec", NOTHING)), str(fault.facts.get("document", NOTHING))
        read = next((one for one in self.found.read if one.fault is fault), None)
        match fault.code:
            case "OJ820" | "OJ824" | "OJ825" if read is not None:
                if isinstance(read, ReadRule):
                    return new_rule(read, self.catalogue)
                return skip_condition(read, self.catalogue)
            case "OJ822":
                one = self.indicator(where)
                return _UNCLEAR if one is None else denominator(one, document)
            case "OJ826" | "OJ827" | "OJ828" | "OJ829" | "OJ830" if NOTHING in (spec, document):
                return "part_by_hand"
            case "OJ826" | "OJ827" | "OJ828" | "OJ829" | "OJ830" if FORBIDDEN.search(document):
                return "has_signs"
            case "OJ826" | "OJ827" | "OJ828" | "OJ829" | "OJ830" if "{" in document or "}" in document:
                return "has_braces"
            case "OJ826":
                return self.answer(where, spec, document)
            case "OJ827":
                return self.number(spec, document)
            case "OJ828":
                return self.day(where, spec, document)
            case "OJ829":
                return self.published(where, spec, document)
            case "OJ830":
                return self.name(where, spec, document)
        return _LEFT.get(fault.code, _UNCLEAR)

    def indicator(self, where: str) -> IndicatorSpec | None:
        name = where.partition(", ")[0]
        return next((one for one in self.specs.indicators if one.id.value == name), None)

    def question(self, number: str) -> QuestionSpec | None:
        found = _ID.search(number)
        name = "".join(found.groups()) if found else ""
        files = (*self.specs.bank, *self.specs.own)
        return next((one for file in files for one in file.questions if one.id.value == name), None)

    def answer(self, where: str, spec: str, document: str) -> Rewrite | str:
        """One answer in other words; answers that come or go need a code and a kind, and rules that name them."""
        question = self.question(where)
        if question is None or " / " in spec or " / " in document:
            return "answers_by_hand"
        item = next((one for one in question.answers or () if _printed(one) == spec), None)
        if item is None:
            return _UNCLEAR
        if item.wording is not None:
            return Rewrite(item.wording.span, document)
        if item.explanation is None:
            return Rewrite(item.label.span, document)
        start = f"{item.label.value}, "
        return Rewrite(item.explanation.span, document.removeprefix(start)) if document.startswith(start) else "answers_by_hand"

    def number(self, spec: str, document: str) -> Rewrite | str:
        question, new = self.question(spec), _ID.search(document)
        if question is None or new is None:
            return _UNCLEAR
        name = "".join(new.groups())
        if question.parent is None:
            return "part_by_hand" if new[3] else Rewrite(question.id.span, name)
        return Rewrite(question.id.span, new[3]) if name[:-1] == question.parent and new[3] else "part_by_hand"

    def day(self, where: str, spec: str, document: str) -> Rewrite | str:
        """The round's dates; those within texts come from there."""
        days = [_iso(found) for found in _DAY.finditer(document)]
        if where.endswith(", Mätdatum") and len(days) == 1:
            return Rewrite(self.specs.round.reference_date.span, days[0])
        if where.endswith(", Mätperiod") and len(days) == 2:
            before = " – ".join(map(_iso, _DAY.finditer(spec)))
            periods = (text for _, text in self.specs.round.periods if re.sub(r"\s*[–-]\s+", " – ", text.value) == before)
            period = next(periods, None)
            return "of_round" if period is None else Rewrite(period.span, " – ".join(days))
        return "of_round"

    def published(self, where: str, spec: str, document: str) -> Rewrite | str:
        round_, one = self.specs.round, self.indicator(where)
        if where == WITHHELD:
            (old, was), (new, counted) = (text.split(" %, ", 1) for text in (spec, document))
            if was == counted:
                return Rewrite(round_.withheld_above.span, round_.withheld_above.value.replace(old, new, 1))
            return Rewrite(round_.withheld_counts.span, counted.replace(" + ", "/")) if old == new else "two_changes"
        if one is not None and where.endswith(", Redovisas som"):
            return _swapped(one.reported_as, spec, document)
        return "follows_other"

    def name(self, where: str, spec: str, document: str) -> Rewrite | str:
        one = self.indicator(where)
        if one is None or where.endswith(", rubrik"):
            return "follows_name"
        return _swapped(one.short_name if "kortnamn" in where.casefold() else one.name, spec, document)


def _swapped(text: Text, spec: str, document: str) -> Rewrite | str:
    """A text with what the document has in place of what it has."""
    if text.value.count(spec) != 1:
        return _UNCLEAR
    return Rewrite(text.span, text.value.replace(spec, document))


def _printed(item: ItemSpec) -> str:
    if item.wording is not None:
        return item.wording.value
    return f"{item.label.value}, {item.explanation.value}" if item.explanation is not None else item.label.value


def _iso(found: re.Match[str]) -> str:
    return f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"

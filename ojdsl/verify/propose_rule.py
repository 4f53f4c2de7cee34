"""A rule, a denominator or a skip condition that was read in a document, as lines of the spec that would say it."""

from __future__ import annotations

from collections.abc import Iterator

from ojdsl.backends.to_rule import Line, as_rule, rule_lines
from ojdsl.logic.differ import fitted
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Catalogue, Condition, Indicator
from ojdsl.prose.condition import Words
from ojdsl.source import Source
from ojdsl.syntax.rewrite import Rewrite
from ojdsl.syntax.specs import IndicatorSpec
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, Sequence, read_yaml
from ojdsl.verify.report import ReadAsked, ReadRule

_REST = "annars"
NewFile = tuple[Source, str]


def new_rule(read: ReadRule, catalogue: Catalogue) -> NewFile | str:
    """The file of an indicator with the outcomes that are said otherwise written anew, in the order that they have."""
    source = read.indicator.span.source
    node = _value(source, "regel")
    if not isinstance(node, Mapping):
        return "no_words"
    written = {key.value: (key, value) for key, value in node.items}
    indent = " " * (source.position(node.items[0][0].start)[1] - 1)
    blocks: dict[str, list[str]] = {}
    for outcome, condition in read.said:
        old = written.get(outcome)
        if old is not None and _is_same(condition, outcome, read.indicator, catalogue):
            blocks[outcome] = _lines(source, old[0].start, old[1])
            continue
        lines = _clause(outcome, condition, Words(catalogue, read.indicator), indent)
        if lines is None:
            return "no_words"
        blocks[outcome] = lines
    order = [outcome for outcome in written if outcome in blocks]
    rest = [outcome for outcome, condition in read.said if condition is None]
    order = [one for one in dict.fromkeys([*order, *blocks]) if one not in rest] + rest
    start = source.text.rfind("\n", 0, node.start) + 1
    end = _end(source, node)
    new = "".join(f"{line}\n" for outcome in order for line in blocks[outcome])
    return source, source.text[:start] + new + source.text[end:]


def _clause(outcome: str, condition: Condition | None, words: Words, indent: str) -> list[str] | None:
    if condition is None:
        return [f"{indent}{outcome}: {_REST}"]
    written = as_rule(condition, words)
    return None if written is None else rule_lines(outcome, written, indent)


def _is_same(condition: Condition | None, outcome: str, indicator: Indicator, catalogue: Catalogue) -> bool:
    ours = [clause.condition for clause in indicator.clauses if clause.outcome == outcome]
    if condition is None or None in ours:
        return ours == [condition]
    space = fitted(Space(catalogue.cells()), [condition], catalogue)
    return [space.holds(one) for one in ours if one is not None] == [space.holds(condition)]


def denominator(spec: IndicatorSpec, outcomes: str) -> Rewrite | NewFile | str:
    """The outcomes that count, written out."""
    if spec.denominator is not None:
        return Rewrite(spec.denominator.span, outcomes)
    source = spec.id.span.source
    node = _value(source, "nämnare")
    if isinstance(node, Mapping):
        start = source.text.rfind("\n", 0, node.start) + 1
        return source, f"{source.text[:start]}{source.text[start : node.start]}utfall: {outcomes}\n{source.text[start:]}"
    at = source.text.find("\n", spec.reported_as.span.end) + 1
    before, after = (source.text[:at], source.text[at:]) if at else (f"{source.text}\n", "")
    return source, f"{before}nämnare:\n  utfall: {outcomes}\n{after}"


def skip_condition(read: ReadAsked, catalogue: Catalogue) -> NewFile | str:
    """When a question is asked, if it is the same for all its rows and can be said on a line."""
    question, source = read.question, read.question.span.source
    conditions = [read.said.get(cell.row) for cell in question.cells]
    first = conditions[0] if conditions else None
    if first is None or any(one != first for one in conditions):
        return "rows_or_always"
    written = as_rule(first, Words(catalogue))
    lines = rule_lines("ställs_om", written) if isinstance(written, Line) else None
    old = _condition(source, question.id, question.parent)
    if lines is None or old is None:
        return "no_words"
    key, value = old
    return source, source.text[: key.start] + lines[0] + source.text[value.end :]


def _condition(source: Source, name: str, parent: str | None) -> tuple[Scalar, Node] | None:
    """The key and the value that say when a question is asked."""
    tree, _ = read_yaml(source)
    if parent is not None:
        follow_ups = _value(source, "följdfrågor")
        own = (value for key, value in follow_ups.items if key.value == name[-1]) if isinstance(follow_ups, Mapping) else iter(())
        tree = next(own, None)
    items = tree.items if isinstance(tree, Mapping) else ()
    return next(((key, value) for key, value in items if key.value in ("ställs_om", "vid")), None)


def _value(source: Source, wanted: str) -> Node | None:
    tree, _ = read_yaml(source)
    items = tree.items if isinstance(tree, Mapping) else ()
    return next((value for key, value in items if key.value == wanted), None)


def _lines(source: Source, start: int, value: Node) -> list[str]:
    """The lines that a key and its value stand on, comments beside them included."""
    return source.text[source.text.rfind("\n", 0, start) + 1 : _end(source, value)].splitlines()


def _end(source: Source, node: Node) -> int:
    """Where the line after a node's last text begins."""
    last = max(_ends(node))
    at = source.text.find("\n", last)
    return len(source.text) if at < 0 else at + 1


def _ends(node: Node) -> Iterator[int]:
    match node:
        case Scalar():
            yield node.end
        case Mapping(items=items):
            for key, value in items:
                yield key.end
                yield from _ends(value)
        case Sequence(items=parts):
            for part in parts:
                yield from _ends(part)

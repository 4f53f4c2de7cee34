"""The area's evaluator as a Python module that needs nothing but the standard library.

Each outcome is printed as the "or" of its prime implicants over raw answers. That decides partial answers exactly: all
completions agree on an outcome when, and only when, one of its primes is true of what was answered (every implicant lies
in a prime), whether or not it is known which follow-ups were asked. No text from a spec becomes code: ids are checked
names, everything else is printed by `repr`.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from ojdsl import __version__
from ojdsl.logic.space import Space
from ojdsl.model.nodes import Between, Catalogue, Indicator, Question, Test
from ojdsl.prose.facts import printed_id
from ojdsl.prose.rule import clause_text

_WIDTH = 118
_RUNTIME = Path(__file__).with_name("runtime.py")
_NUMBERS = Path(__file__).with_name("runtime_numbers.py")


def evaluator(catalogue: Catalogue) -> str:
    """The source of `evaluator.py`; see `runtime.py` for the part that is the same in every area."""
    space = Space(catalogue.cells())
    functions = [_function(indicator, space, catalogue) for indicator in catalogue.indicators]
    results = _RESULTS.format(calls=_calls(catalogue))
    numbers = [_below_the_line(_NUMBERS)] if any(question.number for question in catalogue.questions) else []
    return "\n".join([_head(catalogue), *numbers, _tables(catalogue), _below_the_line(_RUNTIME), *functions, results])


def _head(catalogue: Catalogue) -> str:
    title = f"Utfall för {catalogue.area.name}, {catalogue.round.name}."
    lines = (
        title,
        "",
        "Skriven av kompilatorn; ändra i specifikationerna, inte här.",
        "    python evaluator.py svar.csv > utfall.csv",
    )
    made_by = {"ojdsl": __version__, "specs_sha256": catalogue.fingerprint}
    imports = "from __future__ import annotations\n\nimport csv\nimport sys\nimport unicodedata\nfrom pathlib import Path\n"
    return f"{_docstring(lines, '')}\n\n{imports}\nMADE_BY = {made_by!r}\n"


def _tables(catalogue: Catalogue) -> str:
    """What the runtime part needs to know of the area."""
    section = catalogue.area.section
    own = [cell.column for question in catalogue.questions if question.section == section for cell in question.cells]
    return "\n".join(
        (
            f"GATE = {catalogue.area.gate!r}",
            f"UNITS = {_wrapped([unit.code for unit in catalogue.round.register.units])}",
            _values(catalogue),
            f"TEXT_COLUMNS = {_wrapped([cell.column for cell in catalogue.cells() if not cell.labels])}",
            f"OWN_COLUMNS = {_wrapped(own)}",
            f"UNMARKED_IS_NO = {_unmarked(catalogue)!r}",
            f"INDICATORS = {_wrapped([indicator.id for indicator in catalogue.indicators])}",
            f"DENOMINATORS: dict[str, frozenset[str] | None] = {_denominators(catalogue)}",
            f"DECLINABLE = {_wrapped([indicator.id for indicator in catalogue.indicators if set(indicator.cells) & set(own)])}",
            "",
        )
    )


def _values(catalogue: Catalogue) -> str:
    """Each question's table of ways to write an answer → its label, and which table each column has."""
    tables = {"MARK": {"Ja": "Ja", "Nej": "Nej", "ja": "Ja", "nej": "Nej"}}
    columns = []
    for question in catalogue.questions:
        if question.number:
            columns += [f"    {cell.column!r}: Numbers({question.number.min}, {question.number.max})," for cell in question.cells]
            continue
        spellings = _spellings(question)
        table = next((name for name, known in tables.items() if known == spellings), f"SVAR_{question.column}")
        for cell in question.cells:
            if cell.labels:
                name = "MARK" if cell.kind == "mark" else table
                columns.append(f"    {cell.column!r}: {name},")
                tables.setdefault(name, spellings)
    lines = [
        "\n".join((f"{name} = {{", *(f"    {spelling!r}: {label!r}," for spelling, label in table.items()), "}"))
        for name, table in tables.items()
    ]
    return "\n".join((*lines, "VALUES: dict[str, dict[str, str]] = {", *columns, "}"))


def _spellings(question: Question) -> dict[str, str]:
    """Every way to write an answer → its label, as `label` looks it up; where two clash, a label wins over a text or a code."""
    found = {one.code: one.label for one in question.alternatives}
    found |= {one.text: one.label for one in question.alternatives}
    found |= {one.label: one.label for one in question.alternatives}
    return {unicodedata.normalize("NFC", spelling.replace("\xa0", " ")).strip(): label for spelling, label in found.items()}


def _unmarked(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    def marks(question: Question, row: str | None) -> tuple[str, ...]:
        return tuple(cell.column for cell in question.cells if cell.row == row)

    return tuple(
        marks(question, row.label if row else None)
        for question in catalogue.questions
        if question.blank_is_unmarked
        for row in question.rows or (None,)
    )


def _denominators(catalogue: Catalogue) -> str:
    lines = []
    for indicator in catalogue.indicators:
        counted = indicator.denominator
        value = "None" if counted is None else f"frozenset({tuple(one for one in indicator.outcomes if one in counted)!r})"
        lines.append(f"    {indicator.id!r}: {value},")
    return "\n".join(("{", *lines, "}"))


def _below_the_line(path: Path) -> str:
    """A part of the module that is the same everywhere, below its own heading."""
    text = path.read_text(encoding="utf-8")
    return text[text.index("# --- below") :].split("\n", 1)[1].strip("\n") + "\n\n"


def _function(indicator: Indicator, space: Space, catalogue: Catalogue) -> str:
    rule = [clause_text(clause, indicator, catalogue) for clause in indicator.clauses]
    questions = ", ".join(printed_id(name) for name in indicator.questions)
    doc = _docstring((indicator.description.name, "", *rule, "", f"Frågor: {questions}."), "    ")
    lines = [f"def utfall_{indicator.id}(svar: dict[str, str]) -> str:", f"    {doc}"]
    for outcome, f in space.outcomes(indicator).items():
        products = [tuple(space.test(column, labels) for column, labels in product) for product in space.primes(f)]
        lines += [f"    if {_any_of(products)}:", f"        return {outcome!r}"]
    return "\n".join((*lines, "    return 'Bortfall'", "", ""))


def _any_of(products: list[tuple[Test, ...]]) -> str:
    """Products joined by "or", broken over lines where they do not fit on one."""
    tests = [[_passes(test) for test in product] or ["True"] for product in products]
    if len(tests) == 1:
        line = " and ".join(tests[0])
        return line if len(line) < _WIDTH - 8 else _in_parentheses(tests[0], "and", "    ")
    line = " or ".join(_all_of(product) for product in tests) or "False"
    return line if len(line) < _WIDTH - 8 and "\n" not in line else _in_parentheses(list(map(_all_of, tests)), "or", "    ")


def _all_of(tests: list[str]) -> str:
    """A product inside an "or"."""
    line = " and ".join(tests)
    if len(tests) == 1:
        return line
    return f"({line})" if len(line) < _WIDTH - 12 else _in_parentheses(tests, "and", "        ")


def _in_parentheses(parts: list[str], joiner: str, indent: str) -> str:
    """Parts on lines of their own."""
    inner = f"\n{indent}    {joiner} ".join(parts)
    return f"(\n{indent}    {inner}\n{indent})"


def _passes(test: Test) -> str:
    column = test.cell
    if isinstance(test, Between):
        ranges = [f"between(svar[{column!r}], {low}, {high})" for low, high in test.ranges]
        return ranges[0] if len(ranges) == 1 else f"({' or '.join(ranges)})"
    labels = test.labels
    return f"svar[{column!r}] == {labels[0]!r}" if len(labels) == 1 else f"svar[{column!r}] in {labels!r}"


def _calls(catalogue: Catalogue) -> str:
    return "\n".join(f"        {indicator.id!r}: utfall_{indicator.id}(svar)," for indicator in catalogue.indicators)


_RESULTS = '''def evaluate_row(row: dict[str, str]) -> dict[str, str]:
    """Utfallet av varje indikator för en enhets svar (kolumn → svar; tomt eller utelämnat är obesvarat)."""
    svar = prepared(row)
    return {{
{calls}
    }}


if __name__ == "__main__":
    sys.exit(main(sys.argv))
'''


def _docstring(lines: tuple[str, ...], indent: str) -> str:
    """Lines as a docstring; backslashes and quotation marks in them are escaped."""
    safe = [line.replace("\\", "\\\\").replace('"', '\\"').replace("\r", " ").replace("\n", " ") for line in lines]
    if len(safe) == 1:
        return f'"""{safe[0]}"""'
    body = "\n".join(f"{indent}{line}".rstrip() for line in safe[1:])
    return f'"""{safe[0]}\n{body}\n{indent}"""'


def _wrapped(names: list[str]) -> str:
    """A tuple of strings over several lines."""
    if not names:
        return "()"
    lines, line = [], "   "
    for name in names:
        item = f" {name!r},"
        if len(line) + len(item) > _WIDTH:
            lines.append(line)
            line = "   "
        line += item
    return "\n".join(("(", *lines, line, ")"))

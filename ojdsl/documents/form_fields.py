"""The questions of the form in HTML: native fields with labels, each named by the column it is saved in.

Every text is escaped here. An answer's value is its number among the labels, so that no label has to survive as an attribute.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import assert_never

from ojdsl.documents import form_words as words
from ojdsl.documents.form import choices
from ojdsl.documents.form_parts import Entry, Line, Part
from ojdsl.documents.markup import flow, runs
from ojdsl.documents.nodes import Emphasis, Flow, Labelled, Link, List, Paragraph, Plain, Run, Strong
from ojdsl.documents.questions import definitions_label
from ojdsl.model.nodes import Number, Sense
from ojdsl.prose.facts import printed_id, swedish_list


def part_html(part: Part) -> str:
    """One section with its questions."""
    own = " data-own" if part.own else ""
    return (
        f'<section class="part-of-form" aria-labelledby="{part.anchor}"{own}>\n'
        f'<h2 id="{part.anchor}" tabindex="-1">{escape(part.heading)}</h2>\n{entries_html(part.entries)}</section>'
    )


def entries_html(entries: Iterable[Entry], level: int = 3) -> str:
    """The questions, each under a heading of the level, follow-ups one below it."""
    return _lines(_entry(entry, level + bool(entry.when)) for entry in entries)


def _entry(entry: Entry, level: int) -> str:
    question = entry.question
    first, *more = flow(question.text) or (Paragraph(()),)
    asked = _runs(first.runs) if isinstance(first, Paragraph) else ""
    after = more if isinstance(first, Paragraph) else (first, *more)
    when = f'<p class="when">{escape(entry.when)}</p>\n' if entry.when else ""
    several = f'<p class="hint">{words.SEVERAL}</p>\n' if question.multiple else ""
    return (
        f'<fieldset class="question{" follow-up" if entry.when else ""}" id="fraga-{escape(entry.name)}">\n'
        f'<legend><h{level}><span class="number">Fråga {escape(printed_id(question.id))}</span> {asked}</h{level}></legend>\n'
        f"{when}{_blocks((*after, *flow(question.instruction or '')))}{_definitions(question.terms)}{several}"
        f'{_answers(entry)}<div class="beside">\n{_comment(entry)}'
        '<button type="button" class="clear quiet" hidden>Rensa svar</button>\n</div>\n</fieldset>'
    )


def _definitions(terms: tuple[Sense, ...]) -> str:
    if not terms:
        return ""
    named = swedish_list([escape(sense.term) for sense in terms])
    each = _lines(f"<dt>{escape(one.term)}</dt>\n<dd>{_blocks(flow(one.text))}</dd>" for one in terms)
    return f"<details>\n<summary>{definitions_label(terms)}: {named}</summary>\n<dl>\n{each}</dl>\n</details>\n"


def _comment(entry: Entry) -> str:
    if entry.comment is None:
        return ""
    name = escape(entry.comment)
    about = f"Kommentar till fråga {printed_id(entry.question.id)}"
    return (
        f'<details class="comment">\n<summary>Kommentar</summary>\n'
        f'<textarea name="{name}" rows="2" aria-label="{escape(about)}"></textarea>\n</details>\n'
    )


# --- answers ----------------------------------------------------------------------------------------------------------


def _answers(entry: Entry) -> str:
    first, *others = entry.lines
    if first.number is not None:
        return f'<p class="hint" id="{escape(entry.name)}-tal">{escape(words.number_hint(first.number))}</p>\n' + _lines(
            _number(line, first.number, f"{entry.name}-tal") for line in entry.lines
        )
    if others and first.kind != "text":
        return _table(entry)
    return _lines(_text(line) if line.kind == "text" else _list(line) for line in entry.lines)


def _number(line: Line, number: Number, hint: str) -> str:
    name, unit = escape(line.name), f" {escape(number.unit)}" if number.unit else ""
    field = (
        f'<input type="number" inputmode="numeric" id="{name}-svar" name="{escape(line.columns[0])}" '
        f'min="{number.min}" max="{number.max}" step="1" aria-describedby="{escape(hint)}">'
    )
    wrong = f'<p class="wrong" hidden>{escape(words.number_wrong(number))}</p>'
    label = f'<label for="{name}-svar">{escape(line.row or "Svar")}</label>'
    return f'<div class="line" id="{name}">\n{label}\n{field}{unit}\n{wrong}\n</div>'


def _text(line: Line) -> str:
    label = escape(line.row or "Svar")
    field = f'<textarea id="{escape(line.name)}-svar" name="{escape(line.columns[0])}" rows="2"></textarea>'
    return f'<div class="line" id="{escape(line.name)}">\n<label for="{escape(line.name)}-svar">{label}</label>\n{field}\n</div>'


def _list(line: Line) -> str:
    """The options under each other; a single row says its name above them."""
    row = f'<p class="row" id="{escape(line.name)}-rad">{_runs(runs(line.row))}</p>\n' if line.row else ""
    beside = _free_text(line.free_text, line.row or "")
    options = _lines(f'<div class="option">{_option(line, number)}</div>' for number in range(len(choices(line))))
    group = f' role="group" aria-labelledby="{escape(line.name)}-rad"' if line.row else ""
    return f'<div class="line" id="{escape(line.name)}"{group}>\n{row}{beside}{options}</div>'


def _table(entry: Entry) -> str:
    head = "".join(
        f'<th scope="col" id="{escape(entry.name)}-val-{number}">{escape(text)}</th>'
        for number, text in enumerate(choices(entry.lines[0]))
    )
    rows = _lines(_row(line, entry.name) for line in entry.lines)
    return f'<table class="matrix">\n<thead><tr><td></td>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(line: Line, name: str) -> str:
    """A field is called by its row and its column, in whatever order it is reached."""
    cells = "".join(
        f"<td>{_option(line, number, f'{line.name}-rad {name}-val-{number}')}</td>" for number in range(len(choices(line)))
    )
    row = f'<span id="{escape(line.name)}-rad">{_runs(runs(line.row or ""))}</span>{_free_text(line.free_text, line.row or "")}'
    return f'<tr class="line" id="{escape(line.name)}"><th scope="row">{row}</th>{cells}</tr>'


def _option(line: Line, number: int, called: str = "") -> str:
    named = f' aria-labelledby="{escape(called)}"' if called else ""
    shown = f"<span>{escape(choices(line)[number])}</span>"
    if number == len(line.options):
        return f'<label><input type="checkbox" name="{escape(line.name)}-inget"{named}>{shown}</label>'
    option = line.options[number]
    kind, column, value = ("radio", line.columns[0], number) if line.kind == "choice" else ("checkbox", line.columns[number], 0)
    field = f'<label><input type="{kind}" name="{escape(column)}" value="{value}"{named}>{shown}</label>'
    return field + _free_text(option.free_text, option.text)


def _free_text(column: str | None, about: str) -> str:
    if column is None:
        return ""
    label = f'Beskriv<span class="unseen"> ”{escape(about)}”</span>'
    return f'<label class="free">{label} <input type="text" name="{escape(column)}"></label>'


# --- running text -----------------------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[Flow]) -> str:
    return _lines(map(_block, blocks))


def _block(block: Flow) -> str:
    match block:
        case Paragraph(runs=said):
            return f"<p>{_runs(said)}</p>"
        case List(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>\n{_lines(f'<li>{_blocks(item.blocks)}</li>' for item in items)}</{tag}>"
        case Labelled(label=label, blocks=blocks):
            return f'<p class="label">{escape(label)}</p>\n{_blocks(blocks)}'
        case _:
            assert_never(block)


def _runs(said: Iterable[Run]) -> str:
    return "".join(map(_run, said))


def _run(run: Run) -> str:
    match run:
        case Plain(text=text) | Link(text=text):
            return escape(text, quote=False)
        case Emphasis(text=text):
            return f"<em>{escape(text, quote=False)}</em>"
        case Strong(text=text):
            return f"<strong>{escape(text, quote=False)}</strong>"
        case _:
            assert_never(run)


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)

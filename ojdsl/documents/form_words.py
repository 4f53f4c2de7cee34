"""What the questionnaire says of itself, addressed to those who answer."""

from __future__ import annotations

from ojdsl.documents.introduction import area_in_text
from ojdsl.model.dates import swedish_date
from ojdsl.model.nodes import NONRESPONSE, Between, Catalogue, Condition, In, Number, Question
from ojdsl.prose.condition import Words, answers, plain
from ojdsl.prose.facts import printed_id

NONE_OF_THEM = "Inget av alternativen"
SEVERAL = "Flera svar kan anges."


def number_hint(number: Number) -> str:
    """What may be written, and that none is a number, too."""
    return f"Svara med ett helt tal från {number.min} till {number.max}."


def title(catalogue: Catalogue) -> str:
    return f"Enkät – {catalogue.area.name}, {catalogue.round.name}"


def description(catalogue: Catalogue) -> str:
    return f"Frågor till kommuner och stadsdelar om {area_in_text(catalogue)}, {catalogue.round.name}."


def instruction(catalogue: Catalogue) -> tuple[str, ...]:
    """What one needs to know before the first question, on paper as on a screen."""
    said = (
        f"Frågorna gäller förhållandena den {swedish_date(catalogue.round.reference_date)}, om inte frågan nämner en period.",
        "Med ”ni” menas den som svarar: kommunen, stadsdelen eller stadsområdet.",
        f"En fråga får lämnas tom. Den räknas då som obesvarad, och resultatet blir {NONRESPONSE} där svaret behövs.",
    )
    omitted = "Texterna är omskrivna: de återger innehållet i enkätens frågor, men inte ordagrant."
    return (*said, omitted) if any(one.wording == "paraphrased" for one in catalogue.questions) else said


def gate_question(catalogue: Catalogue) -> str:
    return f"Kan ni besvara frågorna om {area_in_text(catalogue)}?"


def gate_skip(own: str) -> str:
    return f"Svarar ni Nej hoppar ni över ”{own}”. Alla frågor där räknas då som obesvarade."


def section_heading(number: int, own: bool, catalogue: Catalogue) -> str:
    return f"Del {number}. {f'Frågor om {area_in_text(catalogue)}' if own else 'Gemensamma frågor'}"


# --- when a question is answered ---------------------------------------------------------------------------------------


def answered_when(question: Question, catalogue: Catalogue) -> str | None:
    """The skip instruction of a question; None if it is always answered."""
    words = Words(catalogue)
    conditions = {cell.row: cell.asked_if for cell in question.cells}
    first, *others = set(conditions.values())
    if not others:
        return None if first is None else f"Besvaras {_if(first, words)}."
    same_row = {_of_same_row(row, condition, words) for row, condition in conditions.items()}
    if len(same_row) == 1 and None not in same_row:
        return f"Besvaras för de rader där ni har svarat {same_row.pop()}."
    rows = {row.label: row.text for row in question.rows}
    each = (f"”{rows[row or '']}” {'alltid' if one is None else _if(one, words)}" for row, one in conditions.items())
    return f"Besvaras rad för rad: {'; '.join(each)}."


def _if(condition: Condition, words: Words) -> str:
    return f"om ni har {plain(condition, words)}"


def _of_same_row(row: str | None, condition: Condition | None, words: Words) -> str | None:
    """`”Ja” på fråga (G)2` for a test of the same row in another question."""
    if not isinstance(condition, In | Between) or words.cells[condition.cell].row != row:
        return None
    return f"{answers(condition, words)} på fråga {printed_id(words.cells[condition.cell].question)}"

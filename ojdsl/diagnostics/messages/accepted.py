"""Faults in what a spec accepts, below the key `godta`."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ350": Message(
        "error",
        "Det finns ingen varning med koden ”{name}”.",
        "There is no warning with the code “{name}”.",
        "Koden står först i varningen, till exempel OJ502.",
        "The code stands first in the warning, such as OJ502.",
    ),
    "OJ351": Message(
        "error",
        "{name} kan inte godtas.",
        "{name} cannot be accepted.",
        "Bara varningar om specifikationerna kan godtas. Ett fel måste rättas, och en upplysning visas bara för den som vill.",
        "Only warnings about specs can be accepted. An error must be corrected, and a note is shown only on demand.",
    ),
    "OJ352": Message(
        "error",
        "Det står inte varför {name} godtas.",
        "It is not said why {name} is accepted.",
        "Skriv skälet efter koden, så att nästa läsare kan bedöma det.",
        "Write the reason after the code, so that the next reader can judge it.",
    ),
    "OJ353": Message(
        "warning",
        "Här ges ingen varning {name} att godta.",
        "There is no warning {name} to accept here.",
        "Ta bort raden. Gäller den något på ett annat ställe, flytta den dit.",
        "Remove the line. If it is about something elsewhere, move it there.",
    ),
}

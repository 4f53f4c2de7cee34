"""Faults in hand-written texts."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ501": Message(
        "error",
        "Platshållaren ”{name}” finns inte.",
        "There is no placeholder “{name}”.",
        "Platshållarna är {known:and}.",
        "The placeholders are {known:and}.",
    ),
    "OJ502": Message(
        "warning",
        "Datumet eller tiden ”{date}” är skriven för hand.",
        "The date or time “{date}” is typed by hand.",
        "Använd omgångens platshållare, till exempel mätdatum inom klammer.",
        "Use the placeholders of the round, such as mätdatum in braces.",
    ),
}

"""Faults in products."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ701": Message(
        "error",
        "{file} är inte den som specifikationerna ger.",
        "{file} is not what the specs give.",
        "Kör ojdsl build{option}.",
        "Run ojdsl build{option}.",
    ),
    "OJ702": Message(
        "error",
        "{file} saknas bland de byggda filerna.",
        "{file} is missing among the built files.",
        "Kör ojdsl build.",
        "Run ojdsl build.",
    ),
    "OJ703": Message(
        "error",
        "{file} hör inte till det som byggs.",
        "{file} is not among what is built.",
        "Ta bort filen.",
        "Remove the file.",
    ),
}

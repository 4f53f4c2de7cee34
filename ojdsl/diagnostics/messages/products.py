"""Faults in products."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ701": Message(
        "error",
        "{file} är inte den som specifikationerna ger.",
        "{file} is not what the specs give.",
        "Kör ojdsl build och checka in resultatet.",
        "Run ojdsl build and commit the result.",
    ),
    "OJ702": Message(
        "error",
        "{file} saknas bland de byggda filerna.",
        "{file} is missing among the built files.",
        "Kör ojdsl build och checka in resultatet.",
        "Run ojdsl build and commit the result.",
    ),
    "OJ703": Message(
        "error",
        "{file} hör inte till det som byggs.",
        "{file} is not among what is built.",
        "Ta bort filen.",
        "Remove the file.",
    ),
}

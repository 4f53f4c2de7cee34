"""All messages by code: 1 reading files, 2 structure, 3 names, 4 rules, 5 texts, 6 answers, 7 products, 8 documents read back."""

from ojdsl.diagnostics.message import Message
from ojdsl.diagnostics.messages import accepted, answers, names, products, read_back, reading, rules, structure, texts, verify

MESSAGES: dict[str, Message] = {
    **reading.MESSAGES,
    **structure.MESSAGES,
    **names.MESSAGES,
    **accepted.MESSAGES,
    **rules.MESSAGES,
    **texts.MESSAGES,
    **answers.MESSAGES,
    **products.MESSAGES,
    **read_back.MESSAGES,
    **verify.MESSAGES,
}

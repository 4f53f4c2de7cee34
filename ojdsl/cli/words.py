"""What the command line says, in both languages."""

from __future__ import annotations

from ojdsl.diagnostics.message import Language

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("finns inte.", "does not exist."),
    "not_folder": ("är ingen mapp. Ange mappen för ett område, en omgång eller alla specifikationer.",
                   "is no folder. Give the folder of an area, of a round or of all specs."),
    "unreadable": ("går inte att läsa.", "cannot be read."),
    "unwritable": ("går inte att skriva.", "cannot be written."),
    "two_roots": ("hör till en annan samling specifikationer. Kontrollera dem var för sig.",
                  "belongs to another collection of specs. Check them one at a time."),
    "no_root": ("ligger inte bland specifikationer: ingen mapp ovanför har mappen gemensamt.",
                "is not among specs: no folder above has the folder gemensamt."),
    "no_area": ("innehåller inget område (en fil med nyckeln område).", "holds no area (a file with the key område)."),
    "many_areas": ("innehåller flera områden; ange ett av dem.", "holds several areas; give one of them."),
    "extra": ("Det här kräver {name}. Installera det med: pip install '{name}'",
              "This needs {name}. Install it with: pip install '{name}'"),
    "built": ("{count} filer i {folder}", "{count} files in {folder}"),
    "evaluated": ("{answered} av {units} enheter har svarat. Resultatet finns i {folder}",
                  "{answered} of {units} units have answered. The results are in {folder}"),
    "sampled": ("Påhittade svar i {file}", "Made-up answers in {file}"),
    "nothing_written": ("Inget skrevs.", "Nothing was written."),
    "interrupted": ("Avbrutet.", "Interrupted."),
    "usage": ("Kommandot går inte att tolka: {problem} Se {command} --help.",
              "The command cannot be understood: {problem} See {command} --help."),
    "missing_argument": ("{name} saknas.", "{name} is missing."),
    "no_option": ("flaggan {name} finns inte.", "there is no option {name}."),
    "no_command": ("kommandot {name} finns inte.", "there is no command {name}."),
    "bad_value": ("{name} kan inte vara så.", "{name} cannot be that."),
    "other": ("{name}", "{name}"),
}  # fmt: skip


def say(key: str, language: Language, **facts: object) -> str:
    """A line of words."""
    swedish, english = _WORDS[key]
    return (swedish if language == "sv" else english).format(**facts)

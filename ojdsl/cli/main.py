"""The commands. Exit status: 0 no error; 1 errors in specs or answers; 2 wrong usage or path; 130 interrupted."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Literal

import click

from ojdsl import __version__
from ojdsl.cli.errors import PathError
from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.logic.diagram import TooLargeError

_HEADINGS = {"Options": "Flaggor", "Commands": "Kommandon"}
_PATHS = click.Path(path_type=Path)


class _Formatter(click.HelpFormatter):
    """Help with Swedish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("[OPTIONS]", "[FLAGGOR]").replace("COMMAND [ARGS]...", "KOMMANDO …"), "Så här: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


click.Context.formatter_class = _Formatter
_help = click.help_option("--help", help="Visa den här texten.")
_texts = click.option("--texts", metavar="MAPP", type=_PATHS, help="Texter som ersätter specifikationernas egna.")
_sheet = click.option("--sheet", help="Bladet i en Excelfil (det första).")
_ignored = click.option("--ignore-column", "ignored", multiple=True, metavar="NAMN", help="En kolumn att bortse från; * går bra.")
_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Svarets form (text).")


def _lang(command: Callable[..., Any]) -> Callable[..., Any]:
    def remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
        if value:
            context.find_root().meta["lang"] = value

    option = click.option(
        "--lang", type=click.Choice(["sv", "en"]), expose_value=False, callback=remember, help="Språk i meddelanden (sv)."
    )
    return option(_help(command))


def language() -> Language:
    """The language of messages: --lang, otherwise OJDSL_LANG, otherwise Swedish."""
    context = click.get_current_context(silent=True)
    chosen = context.find_root().meta.get("lang") if context else None
    return "en" if (chosen or os.environ.get("OJDSL_LANG")) == "en" else "sv"


@click.group(add_help_option=False)
@_lang
@click.version_option(__version__, message="ojdsl %(version)s", help="Visa versionen.")
def cli() -> None:
    """Indikatorer för öppna jämförelser: en specifikation, beskrivning och beräkning ur samma regel."""


@cli.command(add_help_option=False)
@click.argument("paths", metavar="MAPP...", nargs=-1, required=True, type=_PATHS)
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="Felens form (text).")
@click.option("--notes", is_flag=True, help="Visa också det som inte är fel men bra att veta.")
@click.option("--save-example", "save", is_flag=True, help="Skriv in motexempel i specifikationerna, märkta granska: ja.")
@_texts
@_lang
def check(paths: tuple[Path, ...], form: str, notes: bool, save: bool, texts: Path | None) -> int:
    """Kontrollera specifikationer: ett område, en omgång eller alla. Tyst när allt är rätt."""
    from ojdsl.cli.specs import check_specs

    return check_specs(paths, form, notes, language(), texts, save)


@cli.command(add_help_option=False)
@click.argument("paths", metavar="MAPP...", nargs=-1, required=True, type=_PATHS)
@click.option("-o", "--output", type=_PATHS, help="Var det byggda läggs (generated bredvid specifikationerna).")
@click.option("--check", "compare", is_flag=True, help="Skriv inget; säg om det byggda är inaktuellt.")
@click.option("--pdf", is_flag=True, help="Gör också bilagorna som PDF.")
@_texts
@_lang
def build(paths: tuple[Path, ...], output: Path | None, compare: bool, pdf: bool, texts: Path | None) -> int:
    """Bygg bilagan, beräkningskoden och katalogen."""
    from ojdsl.cli.specs import build_specs

    if compare and pdf:
        raise click.UsageError(say("check_and_pdf", language()), click.get_current_context())
    return build_specs(paths, output, compare, language(), texts, pdf)


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("answers", metavar="SVAR", type=_PATHS)
@click.option("-o", "--output", metavar="MAPP", type=_PATHS, required=True, help="Var resultatet läggs.")
@_sheet
@_ignored
@click.option("--no-workbook", is_flag=True, help="Skriv ingen resultat.xlsx.")
@click.option("--internal", is_flag=True, help="Skriv också internt.xlsx: varför varje enhet fick sitt resultat.")
@_texts
@_lang
def evaluate(
    area: Path, answers: Path, output: Path, sheet: str | None, ignored: Sequence[str], no_workbook: bool, internal: bool,
    texts: Path | None,
) -> int:  # fmt: skip
    """Räkna ut utfall och andelar ur en svarsfil."""
    from ojdsl.cli.answers import evaluate_answers
    from ojdsl.cli.input import Input

    books = (["resultat.xlsx"] if not no_workbook else []) + (["internt.xlsx"] if internal else [])
    return evaluate_answers(Input(area, answers, sheet, ignored, texts), output, books, language())


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.option("-o", "--output", metavar="FIL", type=_PATHS, required=True, help="Filen som skrivs.")
@click.option("--seed", type=int, default=1, help="Samma tal ger samma svar (1).")
@_texts
@_lang
def sample(area: Path, output: Path, seed: int, texts: Path | None) -> int:
    """Gör en svarsfil med påhittade svar för alla enheter."""
    from ojdsl.cli.answers import sample_answers

    return sample_answers(area, output, seed, language(), texts)


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("indicator", metavar="INDIKATOR")
@_texts
@_lang
def show(area: Path, indicator: str, texts: Path | None) -> int:
    """Visa en indikator: frågor, regel och beslutstabell. Texten är på svenska."""
    from ojdsl.cli.show import show_indicator

    return show_indicator(area, indicator, language(), texts)


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("answers", metavar="SVAR", type=_PATHS)
@click.option("--unit", metavar="KOD", help="Enheten vars resultat förklaras, till exempel 0114.")
@click.option("--summary", is_flag=True, help="Förklara i stället vad som oftast ger Nej, indikator för indikator.")
@click.option("--indicator", metavar="ID", help="Bara den här indikatorn eller familjen.")
@_form
@_sheet
@_ignored
@_texts
@_lang
def explain(
    area: Path, answers: Path, unit: str | None, summary: bool, indicator: str | None, form: str, sheet: str | None,
    ignored: Sequence[str], texts: Path | None,
) -> int:  # fmt: skip
    """Förklara en enhets resultat och vad som krävs för Ja.

    Förklaringarna är på svenska och skrivna till enheten. De är arbetsmaterial: inget döljs, inte heller med --summary.
    """
    from ojdsl.cli.explain import explain_unit, summarise
    from ojdsl.cli.input import Input

    if summary == (unit is not None):
        raise click.UsageError(say("unit_or_summary", language()), click.get_current_context())
    given = Input(area, answers, sheet, ignored, texts)
    if unit is None:
        return summarise(given, indicator, form, language())
    return explain_unit(given, unit, indicator, form, language())


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("answers", metavar="[SVAR]", required=False, type=_PATHS)
@_form
@_sheet
@_ignored
@_texts
@_lang
def burden(area: Path, answers: Path | None, form: str, sheet: str | None, ignored: Sequence[str], texts: Path | None) -> int:
    """Mät hur mycket som frågas, och vad inget resultat behöver. Texten är på svenska."""
    from ojdsl.cli.burden import show_burden
    from ojdsl.cli.input import Input

    given = area if answers is None else Input(area, answers, sheet, ignored, texts)
    return show_burden(given, form, language(), texts)


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("indicator", metavar="[INDIKATOR]", required=False)
@click.option("--write", is_flag=True, help="Skriv in förslagen i specifikationerna, märkta granska: ja.")
@click.option("--check", "compare", is_flag=True, help="Säg bara vad som inte märks; status 1 om något inte gör det.")
@_lang
def examples(area: Path, indicator: str | None, write: bool, compare: bool) -> int:
    """Visa vilka fel i en regel som inget av dess exempel skulle märka, och vilka exempel som saknas."""
    from ojdsl.cli.examples import show_examples

    return show_examples(area, indicator, write, compare, language())


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("documents", metavar="DOKUMENT...", nargs=-1, required=True, type=_PATHS)
@_form
@click.option("--propose", "then", flag_value="propose", help="Visa vad som skulle ändras i specifikationerna; skriv inget.")
@click.option("--accept", "then", flag_value="accept", help="Skriv in ändrade texter i specifikationerna; regler aldrig.")
@_texts
@_lang
def verify(
    area: Path, documents: tuple[Path, ...], form: str, then: Literal["propose", "accept"] | None, texts: Path | None
) -> int:
    """Jämför Bilaga 2, som den är eller efter granskning i Word, med specifikationerna. Tyst när de säger samma sak."""
    from ojdsl.cli.verify import verify_documents

    if then and form != "text":
        raise click.UsageError(say("then_as_text", language(), option=f"--{then}"), click.get_current_context())
    return verify_documents(area, documents, form, language(), texts, then or "")


@cli.command(add_help_option=False)
@click.argument("kind", metavar="indicator|question", type=click.Choice(["indicator", "question"]))
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.argument("name", metavar="NAMN")
@_lang
def new(kind: Literal["indicator", "question"], area: Path, name: str) -> int:
    """Påbörja en ny fil för en indikator (till exempel stodprogram) eller en fråga (till exempel M8)."""
    from ojdsl.cli.new import new_file

    return new_file(kind, area, name, language())


@cli.command(add_help_option=False)
@click.argument("area", metavar="OMRÅDE", type=_PATHS)
@click.option("--port", metavar="TAL", type=click.IntRange(1, 65535), help="Porten på den här datorn (8170, annars en ledig).")
@click.option("--open", "browser", is_flag=True, help="Öppna sidan i webbläsaren.")
@_texts
@_lang
def preview(area: Path, port: int | None, browser: bool, texts: Path | None) -> int:
    """Visa ett område i webbläsaren medan du skriver. Sidan följer med när du sparar. Avsluta med Ctrl-C."""
    from ojdsl.cli.preview import preview_area

    return preview_area(area, port, browser, texts, language())


def main(arguments: Sequence[str] | None = None) -> None:
    """The program: runs a command and exits with its status; a broken pipe or an interrupt is no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whatever the locale says, what we print is UTF-8
            stream.reconfigure(encoding="utf-8")
    gc.set_threshold(100_000)  # a command makes many small things that stay; looking for garbage among them takes a tenth of it
    try:
        status = cli.main(args=arguments, prog_name="ojdsl", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(status or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.UsageError as error:
        _usage(error, arguments)
        sys.exit(2)
    except PathError as error:
        print(f"{error.path}: {say(error.reason, _language_of(arguments))}", file=sys.stderr)
        sys.exit(2)
    except TooLargeError:
        print(say("not_decided", _language_of(arguments)), file=sys.stderr)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        print(say("interrupted", _language_of(arguments)), file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # the reader has gone; what is left in the buffer must not raise again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _language_of(arguments: Sequence[str] | None) -> Language:
    """The language when there is no context left to ask."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    chosen = next((words[at + 1] for at, word in enumerate(words[:-1]) if word == "--lang"), None)
    chosen = next((word.partition("=")[2] for word in words if word.startswith("--lang=")), chosen)
    return "en" if (chosen or os.environ.get("OJDSL_LANG")) == "en" else "sv"


def _usage(error: click.UsageError, arguments: Sequence[str] | None) -> None:
    """Wrong usage in the user's words."""
    speech = _language_of(arguments)
    command = error.ctx.command_path if error.ctx else "ojdsl"
    match error:
        case click.exceptions.NoSuchCommand():
            problem = say("no_command", speech, name=error.command_name)
        case click.NoSuchOption():
            problem = say("no_option", speech, name=error.option_name)
        case click.MissingParameter(param=click.Parameter() as param):
            problem = say("missing_argument", speech, name=param.metavar or param.opts[0])
        case click.BadParameter(param=click.Parameter() as param):
            problem = say("bad_value", speech, name=param.opts[0])
        case _:
            problem = say("other", speech, name=error.format_message())
    print(say("usage", speech, problem=problem, command=command), file=sys.stderr)

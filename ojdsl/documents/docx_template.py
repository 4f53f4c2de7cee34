"""The look of a Word file, taken from a .docx that an editor restyles in Word.

Word rewrites the whole file when it is saved: a Swedish Word gives the style `heading 1` the id `Rubrik1`, and lists are
numbered anew. So nothing here relies on ids, only on the names of styles, which stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from ojdsl.documents.docx_xml import RELATIONS, WORD

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_W = f"{{{WORD}}}"
_R = f"{{{RELATIONS}}}"
# What a document may lean on. Its text, footers, comments and the data of the machine it was saved on are not taken over.
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering", "webSettings", "header", "footnotes", "endnotes")

DEEPEST_HEADING, DEEPEST_LIST, DEEPEST_LABEL, DEEPEST_ENTRY = 6, 5, 3, 5


class TemplateError(ValueError):
    """The template lacks something; the message says what, in Swedish."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`target` is the name of a part in the package, or an address outside it."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        return self.type.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Template:
    """`numbered` is the look that ordered lists share, `free_number` the first number no list of the template has."""

    main: str
    parts: Mapping[str, bytes]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    relations: tuple[Relation, ...]
    section: str
    text_width: int
    styles: Mapping[str, str]
    numbered: str
    free_number: int

    def part(self, kind: str) -> str:
        return _target(self.relations, kind)


def numbered_name(name: str, depth: int) -> str:
    """The name of a style by depth: Word's own begin to count at the second."""
    return name if depth == 1 else f"{name} {depth}"


def _names() -> Iterator[str]:
    yield from ("Normal", "Title", "TOC Heading", "caption", "footer", "Emphasis", "Strong", "Hyperlink")
    yield from ("OJ Tabelltext", "OJ Kolumnrubrik", "OJ Radrubrik", "OJ Efter etikett", "OJ Proveniens")
    yield from ("OJ Tät tabelltext", "OJ Tät kolumnrubrik", "OJ Tät radrubrik")
    yield from ("OJ Tabell", "OJ Tät tabell", "OJ Indikatortabell")
    yield from (f"heading {depth}" for depth in range(1, DEEPEST_HEADING + 1))
    yield from (f"toc {depth}" for depth in range(1, DEEPEST_ENTRY + 1))
    yield from (numbered_name("OJ Etikett", depth) for depth in range(1, DEEPEST_LABEL + 1))
    for name in ("List Bullet", "List Number", "List Continue"):
        yield from (numbered_name(name, depth) for depth in range(1, DEEPEST_LIST + 1))


STYLES = tuple(_names())


def read_template(content: bytes) -> Template:
    """Everything of a template but its text; raises `TemplateError` if something that documents need is missing."""
    try:
        with ZipFile(BytesIO(content)) as package:
            files = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except BadZipFile:
        raise TemplateError("Mallen är inte en Word-fil (.docx).") from None
    main = _target(relations_of(files, ""), "officeDocument")
    relations = tuple(one for one in relations_of(files, main) if one.kind in _KEPT)
    styles = _root(files, _target(relations, "styles"))
    numbering = _root(files, _target(relations, "numbering"))
    defaults, overrides = _content_types(files)
    section = _section(files[main].decode())
    return Template(
        main,
        {name: files[name] for name in _reachable(files, relations)},
        defaults,
        overrides,
        relations,
        _without_footers(section),
        _text_width(section),
        _styles(styles),
        _numbered(styles, numbering),
        max((int(one.get(_W + "numId", "0")) for one in numbering.iter(_W + "num")), default=0) + 1,
    )


def relations_name(part: str) -> str:
    """Where the relations of a part are kept; those of the package for an empty name."""
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def relations_of(files: Mapping[str, bytes], part: str) -> tuple[Relation, ...]:
    """What a part refers to, in the file's order."""
    name = relations_name(part)
    found = _root(files, name).iter(_PACKAGE + "Relationship") if name in files else ()
    return tuple(_relation(one, dirname(part)) for one in found)


def _relation(one: Element, folder: str) -> Relation:
    target, external = one.get("Target", ""), one.get("TargetMode") == "External"
    inside = target if external else normpath(join("/", folder, target)).lstrip("/")
    return Relation(one.get("Id", ""), one.get("Type", ""), inside, external)


def _root(files: Mapping[str, bytes], name: str) -> Element:
    if name not in files:
        raise TemplateError(f"Mallen saknar {name}.")
    return ElementTree.fromstring(files[name])  # noqa: S314 - a template is a file of the house, like the specs


def _target(relations: Iterable[Relation], kind: str) -> str:
    for one in relations:
        if one.kind == kind and not one.external:
            return one.target
    raise TemplateError(f"Mallen saknar delen {kind}.")


def _reachable(files: Mapping[str, bytes], relations: Iterable[Relation]) -> Iterator[str]:
    """The parts that are taken over, with what they refer to: a logotype in a header, say."""
    for one in relations:
        if one.external or one.target not in files:
            continue
        yield one.target
        # The settings refer to the template that the template was once made from, by its path on somebody's machine.
        if one.kind != "settings" and (name := relations_name(one.target)) in files:
            yield name
            yield from _reachable(files, relations_of(files, one.target))


def _content_types(files: Mapping[str, bytes]) -> tuple[dict[str, str], dict[str, str]]:
    root = _root(files, "[Content_Types].xml")
    defaults = {one.get("Extension", ""): one.get("ContentType", "") for one in root.iter(_TYPES + "Default")}
    overrides = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root.iter(_TYPES + "Override")}
    return defaults, overrides


def _section(document: str) -> str:
    """The last section's page: its size, margins and header."""
    found = re.findall(r"<w:sectPr\b(?:[^>]*[^/])?>.*?</w:sectPr>", document, re.DOTALL)
    if not found:
        raise TemplateError("Mallen saknar sidinställningar.")
    return str(found[-1])


def _without_footers(section: str) -> str:
    """What stands in the page settings, but for the footers, which the printer writes itself."""
    inside = section[section.index(">") + 1 : -len("</w:sectPr>")]
    return re.sub(r"<w:footerReference\b[^>]*/>", "", inside)


def _text_width(section: str) -> int:
    """Between the margins, in twentieths of a point."""

    def measure(tag: str, name: str) -> int:
        found = re.search(rf'<w:{tag}\b[^>]*\bw:{name}="(\d+)"', section)
        return int(found[1]) if found else 0

    return measure("pgSz", "w") - measure("pgMar", "left") - measure("pgMar", "right") - measure("pgMar", "gutter")


def _styles(root: Element) -> dict[str, str]:
    """The id of every style by its name. Word is not consistent in the case of its own names."""
    named = {_val(one, "name"): one.get(_W + "styleId", "") for one in root.iter(_W + "style")}
    ids = {name.casefold(): id_ for name, id_ in named.items()}
    missing = [name for name in STYLES if name.casefold() not in ids]
    if missing:
        raise TemplateError(f"Mallen saknar formatmallarna {', '.join(missing)}.")
    return {name: named.get(name, ids[name.casefold()]) for name in STYLES}


def _numbered(styles: Element, numbering: Element) -> str:
    """The look of ordered lists: the list that the style `List Number` belongs to."""
    for style in styles.iter(_W + "style"):
        if _val(style, "name").casefold() == "list number":
            number = _val(style, "pPr", "numPr", "numId")
            for one in numbering.iter(_W + "num"):
                if one.get(_W + "numId") == number:
                    return _val(one, "abstractNumId")
    raise TemplateError("Formatmallen List Number i mallen hör inte till någon lista.")


def _val(element: Element, *path: str) -> str:
    found = element.find("/".join(_W + tag for tag in path))
    return "" if found is None else found.get(_W + "val", "")

"""The package around the text of a Word file: the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from ojdsl.documents.docx_template import Relation, Template, relations_name
from ojdsl.documents.docx_xml import DECLARATION, RELATIONS, ROOT, attribute, field, run, text, value
from ojdsl.documents.nodes import Document

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_FOOTER_ID = "rIdOjdslFooter"
_LANGUAGES = {"sv": "sv-SE"}  # Word checks the spelling of a language in a country


def package(document: Document, content: str, starts: Iterable[int], template: Template) -> bytes:
    """A whole file of a finished body and the levels of the ordered lists in it."""
    footer = template.main.rpartition("/")[0] + "/footer1.xml"
    relations = (*template.relations, Relation(_FOOTER_ID, f"{RELATIONS}/footer", footer))
    parts = {
        "_rels/.rels": _relations(_of_package(template.main)),
        _CORE: _core(document),
        template.main: _main(content, template),
        relations_name(template.main): _relations(relations),
        footer: _footer(document, template),
    }
    files = {name: part.encode() for name, part in parts.items()}
    taken = {name: part for name, part in sorted(template.parts.items()) if name not in files}
    files |= taken | _adapted(taken, document.language, starts, template)
    types = _content_types(files, template, {template.main: "document.main", footer: "footer"})
    return _zipped({"[Content_Types].xml": types.encode(), **files})


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Uncompressed, since compressed bytes depend on the library; without times or the system it was made on."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            archive.writestr(info, content)
    return target.getvalue()


# --- what is our own --------------------------------------------------------------------------------------------------


def _main(content: str, template: Template) -> str:
    reference = f'<w:footerReference w:type="default" r:id="{_FOOTER_ID}"/>'
    page = f"<w:sectPr>{reference}{template.section}</w:sectPr>"
    return f"{DECLARATION}<w:document {ROOT}><w:body>{content}{page}</w:body></w:document>"


def _footer(document: Document, template: Template) -> str:
    """The title to the left, the page to the right; Word counts pages itself."""
    tab = f'<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="right" w:pos="{template.text_width}"/></w:tabs>'
    look = f"<w:pPr>{value('pStyle', template.styles['footer'])}{tab}</w:pPr>"
    page = f"<w:r><w:tab/></w:r>{run('Sida ')}{field('PAGE', '1')}{run(' av ')}{field('NUMPAGES', '1')}"
    return f"{DECLARATION}<w:ftr {ROOT}><w:p>{look}{run(document.title)}{page}</w:p></w:ftr>"


def _core(document: Document) -> str:
    """Without dates: they would tell when, and files must be equal whenever they are made."""
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" {dublin}>'
        f"<dc:title>{text(document.title)}</dc:title><dc:subject>{text(document.description)}</dc:subject>"
        f"<dc:creator>ojdsl</dc:creator><dc:description>{text(document.provenance)}</dc:description>"
        f"<dc:language>{text(_language(document.language))}</dc:language></cp:coreProperties>"
    )


def _of_package(main: str) -> tuple[Relation, ...]:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return Relation("rId1", f"{RELATIONS}/officeDocument", main), Relation("rId2", core, _CORE)


def _relations(relations: Iterable[Relation]) -> str:
    lines = "".join(map(_relation, relations))
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _relation(one: Relation) -> str:
    target, mode = (one.target, ' TargetMode="External"') if one.external else (f"/{one.target}", "")
    return f"<Relationship Id={attribute(one.id)} Type={attribute(one.type)} Target={attribute(target)}{mode}/>"


def _content_types(files: Mapping[str, bytes], template: Template, own: Mapping[str, str]) -> str:
    """Of our own parts, and of what is taken over as the template says."""
    overrides = {name: kind for name, kind in template.overrides.items() if name in files}
    overrides |= {_CORE: _CORE_TYPE} | {name: f"{_OFFICE}.{kind}+xml" for name, kind in own.items()}
    defaults = {**template.defaults, "rels": _RELATIONS_TYPE, "xml": "application/xml"}
    used = {name.rpartition(".")[2] for name in files}
    lines = [_type("Default", f"Extension={attribute(end)}", kind) for end, kind in sorted(defaults.items()) if end in used]
    lines += [_type("Override", f"PartName={attribute('/' + name)}", kind) for name, kind in sorted(overrides.items())]
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{"".join(lines)}</Types>'


def _type(tag: str, of: str, kind: str) -> str:
    return f"<{tag} {of} ContentType={attribute(kind)}/>"


# --- what is adapted --------------------------------------------------------------------------------------------------


def _adapted(parts: Mapping[str, bytes], language: str, starts: Iterable[int], template: Template) -> dict[str, bytes]:
    """The few places of the template that a document decides: its language, and a number for every ordered list."""
    names = {kind: template.part(kind) for kind in ("styles", "settings", "numbering")}
    sources = {kind: parts[name].decode("utf-8-sig") for kind, name in names.items()}
    changed = {
        "styles": _in_language(sources["styles"], "lang", language),
        "settings": _in_language(_unattached(sources["settings"]), "themeFontLang", language),
        "numbering": _with_lists(sources["numbering"], starts, template),
    }
    return {names[kind]: content.encode() for kind, content in changed.items()}


def _in_language(source: str, tag: str, language: str) -> str:
    """The language that Word checks the spelling in, and that a screen reader pronounces."""
    return re.sub(rf'(<w:{tag}\b[^>]*?\bw:val=")[^"]*', rf"\g<1>{_language(language)}", source)


def _language(language: str) -> str:
    return _LANGUAGES.get(language, language)


def _unattached(settings: str) -> str:
    """Without the path of a template on somebody's machine."""
    return re.sub(r"<w:attachedTemplate\b[^>]*/>", "", settings)


def _with_lists(numbering: str, starts: Iterable[int], template: Template) -> str:
    added = "".join(_list(template.free_number + index, level, template.numbered) for index, level in enumerate(starts))
    # The order is fixed: lists come after their looks and before what may end the part.
    end = re.search(r"<w:numIdMacAtCleanup\b|</w:numbering>", numbering)
    at = end.start() if end else len(numbering)
    return numbering[:at] + added + numbering[at:]


def _list(number: int, level: int, look: str) -> str:
    start = f'<w:lvlOverride w:ilvl="{level}">{value("startOverride", 1)}</w:lvlOverride>'
    return f'<w:num w:numId="{number}">{value("abstractNumId", look)}{start}</w:num>'

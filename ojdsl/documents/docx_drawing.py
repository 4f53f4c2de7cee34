"""A drawing as shapes of Word (DrawingML): it can be edited there, is sharp in any size, and needs no picture file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ojdsl.documents.docx_xml import attribute, text
from ojdsl.documents.drawing import FONT, Box, Drawing, Line
from ojdsl.documents.nodes import Picture
from ojdsl.documents.to_svg import INK, LINES, PAPER, SHADE

_PX, _TWENTIETH = 9525, 635
"""English metric units in a px and in a twentieth of a point."""
_OFFICE, _WORD = "http://schemas.openxmlformats.org", "http://schemas.microsoft.com/office/word/2010"
_GROUP = f"{_WORD}/wordprocessingGroup"
_NAMES = (
    f'xmlns:mc="{_OFFICE}/markup-compatibility/2006" xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_OFFICE}/drawingml/2006/main" xmlns:wpg="{_GROUP}" xmlns:wps="{_WORD}/wordprocessingShape"'
)
_INSETS = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0"'


def drawing_run(picture: Picture, number: int, text_width: int) -> str:
    """The run that shows a picture, no wider than the text (in twentieths of a point); `number` is its own in the document."""
    drawing = picture.drawing
    whole = drawing.width * _PX, drawing.height * _PX
    across = min(whole[0], text_width * _TWENTIETH)
    shown = across, whole[1] * across // whole[0]
    named = f'id="{number}" name="Bild {number}" title={attribute(picture.title)} descr={attribute(picture.description)}'
    group = f"<a:xfrm>{_place((0, 0), shown)}{_place((0, 0), whole, 'ch')}</a:xfrm>"
    frame = f'<wp:extent cx="{shown[0]}" cy="{shown[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {named}/>'
    shapes = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{group}</wpg:grpSpPr>{_shapes(drawing)}</wpg:wgp>"
    graphic = f'<a:graphic><a:graphicData uri="{_GROUP}">{shapes}</a:graphicData></a:graphic>'
    inline = f'<wp:inline distT="0" distB="0" distL="0" distR="0">{frame}<wp:cNvGraphicFramePr/>{graphic}</wp:inline>'
    choice = f'<mc:Choice Requires="wpg"><w:drawing>{inline}</w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent {_NAMES}>{choice}</mc:AlternateContent></w:r>"


def _shapes(drawing: Drawing) -> str:
    return "".join((*map(_line, drawing.lines), *map(_box, drawing.boxes)))


def _place(at: tuple[int, int], size: tuple[int, int], of: str = "") -> str:
    off, ext = (f"{of}Off", f"{of}Ext") if of else ("off", "ext")
    return f'<a:{off} x="{at[0]}" y="{at[1]}"/><a:{ext} cx="{size[0]}" cy="{size[1]}"/>'


def _colour(value: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{value.removeprefix("#").upper()}"/></a:solidFill>'


def _shape(properties: str, content: str = "") -> str:
    inside = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    return f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{properties}</wps:spPr>{inside}<wps:bodyPr {_INSETS}/></wps:wsp>"


def _line(line: Line) -> str:
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    first, *rest = (f'<a:pt x="{(x - left) * _PX}" y="{(y - top) * _PX}"/>' for x, y in line.points)
    drawn = f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in rest)}"
    end = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.arrives else ""
    return _shape(
        f"<a:xfrm>{_place((left * _PX, top * _PX), (width * _PX, height * _PX))}</a:xfrm>"
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width * _PX}" h="{height * _PX}" fill="none">{drawn}</a:path></a:pathLst></a:custGeom>'
        f'<a:noFill/><a:ln w="15875">{_colour(LINES)}{end}</a:ln>'
    )


def _box(box: Box) -> str:
    at = f"<a:xfrm>{_place((box.x * _PX, box.y * _PX), (box.width * _PX, box.height * _PX))}</a:xfrm>"
    return _shape(f"{at}{_look(box)}", _paragraphs(box.lines))


def _look(box: Box) -> str:
    match box.kind:
        case "question":
            return f'{_rounded(10)}{_colour(SHADE)}<a:ln w="15875">{_colour(LINES)}</a:ln>'
        case "end":
            return f'{_rounded(50)}{_colour(PAPER)}<a:ln w="25400">{_colour(LINES)}</a:ln>'
        case "answer":
            return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        case _:
            assert_never(box.kind)


def _rounded(share: int) -> str:
    """Corners with a radius in per cent of the shorter side."""
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share * 1000}"/></a:avLst></a:prstGeom>'


def _paragraphs(lines: Sequence[str]) -> str:
    """In the letters of the document, without the spacing of its paragraphs."""
    size = f'<w:color w:val="{INK.removeprefix("#").upper()}"/><w:sz w:val="{FONT * 3 // 2 - 1}"/>'
    look = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
    return "".join(
        f'<w:p>{look}<w:r><w:rPr>{size}</w:rPr><w:t xml:space="preserve">{text(line)}</w:t></w:r></w:p>' for line in lines
    )

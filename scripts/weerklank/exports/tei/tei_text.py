"""The body of a text in TEI: its headings, paragraphs, lists, verse and quotations, each with its § number and id.

What is set aside stands behind it (`back`), and what marks its passages beside it (`standOff`).
"""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree import ElementTree as ET

from weerklank.exports.address import address
from weerklank.exports.tei.tei_words import Words, covers
from weerklank.exports.xml_parts import add, element
from weerklank.markup.parts import argument_url
from weerklank.model import Collection, Essay, Passage, Unit
from weerklank.pages.essay import passages_by_unit
from weerklank.pages.footnotes import ASIDES

_ELEMENTS = {"heading": "head", "verse": "lg", "list": "list"}
_LINES = {"list": "item", "verse": "l"}
_MARK = re.compile(r"(?:-|\d+\.) ")


def text_of(essay: Essay, collection: Collection) -> ET.Element:
    """The `text` of an essay, as far as it may be shown."""
    text = element("text", xml_lang=essay.seed.language)
    text.text = text.tail = "\n"
    body = add(text, "body")
    repaired, passages = covers(essay), passages_by_unit(essay, collection)
    div = add(body, "div")
    for quotation, units in groupby(essay.units, key=lambda unit: unit.quotation):
        quote = None if quotation is None else add(div, "quote")
        for unit in units:
            _left_out(div, len(essay.left_out.get(unit.id, ())))
            if unit.kind == "heading" and quote is None and len(div):
                div = add(body, "div")
            words = Words(unit, repaired.get(unit.id, ()), passages.get(unit.id, ()))
            _block(div if quote is None else quote, unit, words, quoted=quote is not None)
    _left_out(div, len(essay.left_out.get("", ())))
    if essay.publish == "closed":
        add(div, "gap", reason="withheld")
    _set_aside(text, essay)
    return text


def _left_out(div: ET.Element, blocks: int) -> None:
    if blocks:
        add(div, "gap", reason="withheld", unit="block", quantity=str(blocks))


def _block(parent: ET.Element, unit: Unit, words: Words, quoted: bool) -> None:
    """A unit; a heading has no place in a quotation, and is a block of its own there."""
    apart = unit.kind == "heading" and quoted
    name = "ab" if apart else _ELEMENTS.get(unit.kind, "p")
    made = add(parent, name, xml_id=unit.id, n=unit.number, type="heading" if apart else None)
    if unit.removed:
        made.append(element("gap", reason="takedown"))
    elif unit.kind in _LINES:
        at = 0
        for line in unit.text.split("\n"):
            mark = _mark(line) if unit.kind == "list" else ""
            words.put(add(made, _LINES[unit.kind], n=mark.strip()), at + len(mark), at + len(line))
            at += len(line) + 1
    else:
        words.put(made, 0, len(unit.text))


def _mark(line: str) -> str:
    """The mark before an item of a list: '- ' or '2. '."""
    found = _MARK.match(line)
    return found[0] if found else ""


def _set_aside(text: ET.Element, essay: Essay) -> None:
    """What stood around the text in its source: captions, notes, pull quotes, tables."""
    asides = [aside for aside in essay.cleaned.asides if aside.kind in ASIDES]
    if asides:
        div = add(add(text, "back"), "div", type="set-aside")
        for aside in asides:
            if aside.kind == "caption":
                add(add(div, "figure"), "p", aside.text)
            else:
                add(div, "note", aside.text, type=aside.kind)


def passages_of(essay: Essay, collection: Collection, resp: str | None) -> ET.Element | None:
    """The `standOff` with a `span` for each passage of the text; None where it has none."""
    own = collection.passages_of[essay.slug]
    if not own:
        return None
    beside = element("standOff")
    beside.text = beside.tail = "\n"
    group = add(beside, "spanGrp", type="passages", resp=resp)
    group.text = "\n"
    for passage in own:
        _span(group, passage, collection)
    return beside


def _span(group: ET.Element, passage: Passage, collection: Collection) -> None:
    point, say = f"#passage.{passage.id}", collection.say
    marks = [f"argument.{passage.argument}", f"stance.{passage.stance}", f"voice.{passage.voice}"]
    marks += [f"weight.{passage.weight}"] if passage.weight else []
    where = address(collection.config, argument_url(say, "", passage.argument, passage), "../../")
    span = add(
        group,
        "span",
        xml_id=f"passage.{passage.id}",
        ana=" ".join(f"#{mark}" for mark in marks),
        source="#source",
        corresp=where,
        **{"from": f"{point}.start", "to": f"{point}.end"},
    )
    for what, day in (("created", passage.created), ("modified", passage.modified)):
        if day:
            span.append(element("date", type=what, when=day))
    if passage.speaker:
        span.append(element("name", passage.speaker, type="speaker"))
    if passage.note:
        span.append(element("note", passage.note, xml_lang=collection.config.language))

"""A worksheet as a QTI 2.1 package: a zip with a manifest, a test and an item for each question.

IMS Question and Test Interoperability 2.1 (2012), in an IMS Content Package 1.1.4. The same bytes for the same lesson.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from lxml import etree
from lxml.builder import ElementMaker

from weerklank.classroom.exercises import Blank, Choice, Match, Question
from weerklank.classroom.quiz import flat
from weerklank.languages.pack import Pack
from weerklank.markup.markdown import seen
from weerklank.model.lessons import Lesson

_QTI, _CP = "http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_RULES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_Q, _M = (ElementMaker(namespace=space, nsmap={None: space, "xsi": _XSI}) for space in (_QTI, _CP))

Element: TypeAlias = Any  # an element of lxml, which has no types


def package(say: Pack, lesson: Lesson, questions: tuple[Question, ...]) -> dict[str, bytes]:
    """The files of a lesson's package, by their names in the zip."""
    quiz = list(flat(say, questions))
    names = [f"item-{number:03}" for number in range(1, len(quiz) + 1)]
    titles = [say("worksheet.question", n=number) for number in range(1, len(quiz) + 1)]
    items = {
        f"items/{name}.xml": _bytes(_item(name, title, say.code, question), _QTI)
        for name, title, question in zip(names, titles, quiz, strict=True)
    }
    title = seen(lesson.title)
    return {
        "imsmanifest.xml": _bytes(_manifest(f"les-{lesson.id}", names), _CP),
        "test.xml": _bytes(_test(f"test-{lesson.id}", title, names), _QTI),
        **items,
    }


def _bytes(root: Element, space: str) -> bytes:
    where = {_QTI: "imsqti_v2p1.xsd", _CP: "imscp_v1p1.xsd"}[space]
    root.set(f"{{{_XSI}}}schemaLocation", f"{space} http://www.imsglobal.org/xsd/{where}")
    etree.indent(root)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def _manifest(name: str, items: Sequence[str]) -> Element:
    metadata = _M.metadata(_M.schema("QTIv2.1 Package"), _M.schemaversion("1.0.0"))
    resources = [_resource(item, "imsqti_item_xmlv2p1", f"items/{item}.xml") for item in items]
    needed = [_M.dependency(identifierref=item) for item in items]
    test = _resource("test", "imsqti_test_xmlv2p1", "test.xml", needed)
    return _M.manifest(metadata, _M.organizations(), _M.resources(test, *resources), identifier=name)


def _resource(name: str, kind: str, path: str, needed: Sequence[Element] = ()) -> Element:
    return _M.resource(_M.file(href=path), *needed, identifier=name, type=kind, href=path)


def _test(name: str, title: str, items: Sequence[str]) -> Element:
    references = [_Q.assessmentItemRef(identifier=item, href=f"items/{item}.xml") for item in items]
    section = _Q.assessmentSection(*references, identifier="section", title=title, visible="true")
    part = _Q.testPart(section, identifier="part", navigationMode="nonlinear", submissionMode="individual")
    return _Q.assessmentTest(part, identifier=name, title=title)


def _item(name: str, title: str, language: str, question: Choice | Blank | Match) -> Element:
    declared, body, rule = _asked(question)
    score = _Q.outcomeDeclaration(identifier="SCORE", cardinality="single", baseType="float")
    item = _Q.assessmentItem(
        declared,
        score,
        _Q.itemBody(*body),
        _Q.responseProcessing(template=f"{_RULES}/{rule}"),
        identifier=name,
        title=title,
        adaptive="false",
        timeDependent="false",
    )
    item.set(_LANG, language)
    return item


def _asked(question: Choice | Blank | Match) -> tuple[Element, list[Element], str]:
    """What is answered, what is shown, and by which rule it is scored."""
    if isinstance(question, Choice):
        return _choice(question)
    return _blank(question) if isinstance(question, Blank) else _match(question)


def _choice(question: Choice) -> tuple[Element, list[Element], str]:
    names = [f"choice-{at}" for at in range(1, len(question.choices) + 1)]
    choices = [
        _Q.simpleChoice(seen(words), identifier=name) for name, words in zip(names, question.choices, strict=True)
    ]
    prompt = _Q.prompt(seen(question.ask))
    shown = _Q.choiceInteraction(prompt, *choices, responseIdentifier="RESPONSE", shuffle="true", maxChoices="1")
    quoted = [_quoted(_Q.p(seen(question.quote)))] if question.quote else []
    declared = _response("single", "identifier", [names[question.right]])
    return declared, [*quoted, shown], "match_correct"


def _blank(question: Blank) -> tuple[Element, list[Element], str]:
    entry = _Q.textEntryInteraction(responseIdentifier="RESPONSE", expectedLength="20")
    declared = _response("single", "string", [question.answer])
    entries = _Q.mapEntry(mapKey=seen(question.answer), mappedValue="1", caseSensitive="false")
    declared.append(_Q.mapping(entries, defaultValue="0"))
    line = _Q.p(seen(question.before), entry, seen(question.after))
    return declared, [_Q.p(seen(question.ask)), _quoted(line)], "map_response"


def _match(question: Match) -> tuple[Element, list[Element], str]:
    texts = {words: f"text-{number}" for number, words in enumerate(question.choices, start=1)}
    lefts = [f"passage-{at}" for at in range(1, len(question.pairs) + 1)]
    rows = [
        _Q.simpleAssociableChoice(seen(left), identifier=name, matchMax="1")
        for name, (left, _, _) in zip(lefts, question.pairs, strict=True)
    ]
    columns = [
        _Q.simpleAssociableChoice(seen(words), identifier=name, matchMax=str(len(lefts)))
        for words, name in texts.items()
    ]
    right = [f"{name} {texts[each[1]]}" for name, each in zip(lefts, question.pairs, strict=True)]
    sets = (_Q.simpleMatchSet(*rows), _Q.simpleMatchSet(*columns))
    most = str(len(lefts))
    prompt = _Q.prompt(seen(question.ask))
    shown = _Q.matchInteraction(prompt, *sets, responseIdentifier="RESPONSE", shuffle="true", maxAssociations=most)
    return _response("multiple", "directedPair", right), [shown], "match_correct"


def _response(cardinality: str, kind: str, right: Sequence[str]) -> Element:
    values = [_Q.value(seen(each)) for each in right]
    correct = _Q.correctResponse(*values)
    return _Q.responseDeclaration(correct, identifier="RESPONSE", cardinality=cardinality, baseType=kind)


def _quoted(line: Element) -> Element:
    return _Q.blockquote(line)

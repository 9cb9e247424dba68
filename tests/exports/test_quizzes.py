"""GIFT and QTI: read back, each question and its answer come out as they went in, whatever signs they hold."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from weerklank.classroom.exercises import Blank, Choice, Grid, Match, Question
from weerklank.exports.gift import escaped, gift
from weerklank.exports.qti import package
from weerklank.exports.worksheet_text import answers_text, worksheet_text
from weerklank.languages.pack import pack
from weerklank.markup.markdown import seen
from weerklank.model.lessons import Lesson

SAY = pack("nl")
LESSON = Lesson("les", "Klant & <burger>", "")
QUESTIONS: tuple[Question, ...] = (
    Choice("author", "Wie?", "Een {klant} = koning: ~ja~ #1.", ("Anna & Bram", "<Cor>"), 1, "§ 1"),
    Blank("word", "Welk woord?", "De ", " is koning.", "klant", "§ 2"),
    Match("quotation", "Wie wat?", (("Een.", "Anna", "§ 1"), ("Twee -> drie.", "Bram", "§ 2"))),
    Grid("matrix", "Voor of tegen?", ("Anna", "Bram"), (("Brood is rond.", (("voor", True), ("nuance", False))),)),
)
Q = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1", "c": "http://www.imsglobal.org/xsd/imscp_v1p1"}
WORDS = st.text(min_size=1, max_size=40).map(lambda text: " ".join(seen(text).split())).filter(bool)


def unescaped(text: str) -> str:
    return re.sub(r"\\([~=#{}:\\])", r"\1", text).replace("\u200b", "")


def test_gift_asks_all_and_marks_the_right_answers() -> None:
    text = gift(SAY, LESSON, QUESTIONS)
    blocks = [block for block in text.split("\n\n") if block.startswith("::")]
    assert len(blocks) == 4
    assert r"\{klant\} \= koning\: \~ja\~ \#1." in blocks[0]
    assert re.findall(r"\t([~=])(.*)", blocks[0]) == [("~", "Anna & Bram"), ("=", "<Cor>")]
    assert "\t=klant" in blocks[1]
    assert "\t=Twee -\u200b> drie. -> Bram" in blocks[2]
    assert re.findall(r"\t([~=])(.*)", blocks[3]) == [("=", "voor"), ("~", "tegen")]


@given(WORDS)
def test_no_sign_means_anything_to_gift(words: str) -> None:
    said = escaped(words)
    assert unescaped(said) == words.replace("\u200b", "")
    assert not re.search(r"(?<!\\)(?:\\\\)*[~=#{}]", said)
    assert "->" not in said
    assert "\n" not in said


def test_a_package_names_its_files_and_each_item_its_answer() -> None:
    files = package(SAY, LESSON, QUESTIONS)
    manifest = etree.fromstring(files["imsmanifest.xml"])
    listed = manifest.xpath("//c:file/@href", namespaces=Q)
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    assert set(manifest.xpath("//c:dependency/@identifierref", namespaces=Q)) <= set(
        manifest.xpath("//c:resource/@identifier", namespaces=Q)
    )
    test = etree.fromstring(files["test.xml"])
    assert test.get("title") == LESSON.title
    assert test.xpath("//q:assessmentItemRef/@href", namespaces=Q) == [f"items/item-00{n}.xml" for n in (1, 2, 3, 4)]
    right = []
    for name in sorted(name for name in files if name.startswith("items/")):
        item = etree.fromstring(files[name])
        values = item.xpath("//q:correctResponse/q:value/text()", namespaces=Q)
        texts = {e.get("identifier"): e.text for e in item.xpath("//*[@identifier]") if e.text}
        right.append([" ".join(texts.get(part, part) for part in value.split(" ")) for value in values])
    assert right == [["<Cor>"], ["klant"], ["Een. Anna", "Twee -> drie. Bram"], ["voor"]]
    assert package(SAY, LESSON, QUESTIONS) == files


@given(WORDS, WORDS)
def test_any_words_come_out_of_a_package_as_they_went_in(quote: str, answer: str) -> None:
    files = package(SAY, LESSON, (Choice("author", "Wie?", quote, (answer, f"{answer}."), 0, ""),))
    item = etree.fromstring(files["items/item-001.xml"])
    assert item.xpath("string(//q:blockquote/q:p)", namespaces=Q) == quote
    assert item.xpath("string(//q:simpleChoice[1])", namespaces=Q) == answer


def test_as_text_the_answers_stand_apart() -> None:
    asked, answered = worksheet_text(SAY, LESSON, QUESTIONS), answers_text(SAY, LESSON, QUESTIONS)
    assert "Antwoord" not in asked
    assert "| Brood is rond. |  | nuance |" in asked
    assert "| Brood is rond. | voor | nuance |" in answered
    assert "Antwoord: B. <Cor>" in answered
    assert "> De ________ is koning." in asked

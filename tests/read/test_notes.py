"""Sidecars, collection.yml and argument files: what they say, and what is said of wrong ones."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import cases
from weerklank.collection import read_arguments, read_collection, read_sidecar
from weerklank.collection.argument_files import read_argument
from weerklank.collection.collection_file import unknown_arguments
from weerklank.collection.lesson_files import read_lesson
from weerklank.model import Question, Sidecar
from weerklank.model.errors import InputError
from weerklank.model.slugs import SLUG_FORM


@pytest.mark.parametrize(("title", "before", "after"), cases("read-sidecar"))
def test_sidecar(title: str, before: str, after: str) -> None:
    try:
        sidecar = read_sidecar(before.encode(), "seeds/1.yml")
    except InputError as error:
        assert str(error) == after
    else:
        said = [f"{f.name}={getattr(sidecar, f.name)!r}" for f in fields(Sidecar)]
        unsaid = {f"{f.name}={getattr(Sidecar(), f.name)!r}" for f in fields(Sidecar)}
        assert "\n".join(line for line in said if line not in unsaid) == after


@pytest.mark.parametrize(("title", "before", "after"), cases("read-argument"))
def test_argument(title: str, before: str, after: str) -> None:
    try:
        found = repr(read_argument(before.encode(), "geen-meubel-2", "seeds/arguments/geen-meubel-2.md"))
    except InputError as error:
        found = str(error)
    assert found == after


@pytest.mark.parametrize(("title", "before", "after"), cases("read-lesson"))
def test_lesson(title: str, before: str, after: str) -> None:
    try:
        found = repr(read_lesson(before.encode(), "boom-of-meubel", "seeds/lessons/boom-of-meubel.md"))
    except InputError as error:
        found = str(error)
    assert found == after


def test_an_empty_sidecar_says_nothing() -> None:
    assert read_sidecar(b"", "x") == read_sidecar(b"# later\n", "x") == Sidecar()


def test_collection(tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("title: Bomen\nlanguage: nl\nwords: [boom, hout]\n")
    config = read_collection(tmp_path)
    assert (config.title, config.language, config.words, config.publish) == ("Bomen", "nl", ("boom", "hout"), "full")
    assert (config.subtitle, config.editors, config.index_unlicensed) == (None, (), False)


def test_sites_that_may_show_the_reader_are_origins(tmp_path: Path) -> None:
    file = tmp_path / "collection.yml"
    head = "title: Bomen\nlanguage: nl\n"
    file.write_text(head + "embed: [https://les.voorbeeld/, 'https://*.school.voorbeeld:8443']\n")
    assert read_collection(tmp_path).embed == ("https://les.voorbeeld", "https://*.school.voorbeeld:8443")
    for wrong in ("les.voorbeeld", "https://les.voorbeeld/pad", "'*'", "https://a b", '"https://a\'; script-src *"'):
        file.write_text(f"{head}embed: [{wrong}]\n")
        with pytest.raises(InputError, match="is no address of a site"):
            read_collection(tmp_path)


def test_synonyms_are_single_words_each_in_one_group(tmp_path: Path) -> None:
    head = "title: Bomen\nlanguage: nl\n"
    file = tmp_path / "collection.yml"
    file.write_text(head + "synonyms: [[uitkering, bijstand], [klant, cliënt, e-klant]]\n")
    assert read_collection(tmp_path).synonyms == (("uitkering", "bijstand"), ("klant", "cliënt", "e-klant"))
    for wrong, told in (
        ("[[sociale dienst, bijstand]]", "'sociale dienst' is no single word"),
        ("[[klant, cliënt], [boom, client]]", "'client' is there twice"),
        ("[klant, cliënt]", "no list of two words or more"),
        ("[[klant]]", "no list of two words or more"),
        ("klant", "must be a list"),
    ):
        file.write_text(f"{head}synonyms: {wrong}\n")
        with pytest.raises(InputError, match=told):
            read_collection(tmp_path)


def test_questions_gather_arguments_each_under_one(tmp_path: Path) -> None:
    head = "title: Bomen\nlanguage: nl\nquestions:\n"
    file = tmp_path / "collection.yml"
    file.write_text(head + "  - {id: groei, title: Groeit het?, arguments: [een-boom, een-plank]}\n")
    asked = read_collection(tmp_path).questions
    assert asked == (Question("groei", "Groeit het?", ("een-boom", "een-plank")),)
    assert list(map(str, unknown_arguments(asked, {"een-boom", "een-planck"}, "seeds/collection.yml"))) == [
        "seeds/collection.yml: question 1: there is no argument 'een-plank'; did you mean 'een-planck'?"
    ]
    file.write_text(
        head + "  - {id: groei, title: Groeit het?, arguments: [een-boom]}\n"
        "  - {id: groei, titel: Nog eens?, arguments: [een-boom]}\n  - {id: Wat nu, title: Niets}\n"
    )
    with pytest.raises(InputError) as error:
        read_collection(tmp_path)
    where = f"{tmp_path.name}/collection.yml: question"
    assert sorted(map(str, error.value.problems)) == [
        f"{where} 2: 'een-boom' is under 'Groeit het?' already (line 5); let each argument answer one question",
        f"{where} 2: 'id: groei' is another question's already (line 5); give it another name",
        f"{where} 2: unknown key 'titel' (line 5); did you mean 'title'?",
        f"{where} 3: 'arguments' is missing; write arguments: [klant-centraal]",
        f"{where} 3: 'id: Wat nu' is no name (line 6); let it be {SLUG_FORM}",
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("[klant, klanten]", "words: 'klant' and 'klanten' are one word (line 3)"),
        ("[kiezen, burger, gekozen]", "words: 'kiezen' and 'gekozen' are one word (line 3)"),
        ("[client, cliënt]", "words: 'client' and 'cliënt' are one word (line 3)"),
        ("[Klant, klant]", "words: 'klant' is there twice (line 3)"),
        ("[klant/burger]", "words: 'klant/burger' holds '/', which is no part of a word (line 3)"),
        ("['--']", "words: '--' is no word (line 3)"),
        ("[klant, '']", "'words' holds an empty item (line 3)"),
    ],
)
def test_words_in_dispute_are_words_and_no_two_the_same(tmp_path: Path, words: str, what: str) -> None:
    (tmp_path / "collection.yml").write_text(f"title: Bomen\nlanguage: nl\nwords: {words}\n")
    with pytest.raises(InputError) as caught:
        read_collection(tmp_path)
    assert [problem.what for problem in caught.value.problems] == [what]
    assert all(problem.remedy for problem in caught.value.problems)


def test_words_that_only_look_alike_may_both_be_counted(tmp_path: Path) -> None:
    words = ("markt", "marktwerking", "sociale markt", "sociaal", "één", "foto's")
    (tmp_path / "collection.yml").write_text(f"title: Bomen\nlanguage: nl\nwords: [{', '.join(words)}]\n")
    assert read_collection(tmp_path).words == words


def test_a_wrong_collection_lists_every_fault(tmp_path: Path) -> None:
    (tmp_path / "collection.yml").write_text("title: 1984\nwoorden: [a]\nsite_url: example.org\n")
    with pytest.raises(InputError) as caught:
        read_collection(tmp_path)
    whats = [problem.what for problem in caught.value.problems]
    assert whats == [
        "'language' is missing",
        "unknown key 'woorden' (line 2)",
        "'site_url: example.org' is not a web address: write it whole, https://… (line 3)",
    ]
    assert caught.value.problems[1].remedy == "did you mean 'words'?"


def test_a_missing_collection(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="collection.yml: there is no such file; write one with 'title: …'"):
        read_collection(tmp_path)


def test_arguments_of_a_folder(tmp_path: Path) -> None:
    home = tmp_path / "seeds" / "arguments"
    home.mkdir(parents=True)
    (home / "b.md").write_text("---\nclaim: B.\nrelated: [{id: a, how: x}]\n---\n")
    (home / "a.md").write_text("---\nclaim: A.\n---\nTekst.\n")
    assert [argument.id for argument in read_arguments(tmp_path / "seeds")] == ["a", "b"]
    (home / "b.md").write_text("---\nclaim: B.\nrelated: [{id: aa, how: x}]\n---\n")
    (home / "C d.md").write_text("---\nclaim: C.\n---\n")
    (home / "notes.txt").write_text("x")
    (home / "link.md").symlink_to(home / "a.md")
    with pytest.raises(InputError) as caught:
        read_arguments(tmp_path / "seeds")
    said = str(caught.value).splitlines()
    assert len(said) == 4
    assert said[0].startswith(
        "seeds/arguments/C d.md: the file's name becomes the argument's address; let it be a slug"
    )
    assert said[1] == (
        "seeds/arguments/link.md: is a symbolic link, and links are not followed; put the file itself here"
    )
    assert said[2] == "seeds/arguments/notes.txt: is no argument: their names end in .md; rename or remove it"
    assert said[3] == "seeds/arguments/b.md: related: there is no argument 'aa'; did you mean 'a'?"


def test_without_arguments(tmp_path: Path) -> None:
    assert read_arguments(tmp_path) == ()


_KEYS = st.sampled_from(["title", "authors", "date", "source", "readings", "rights", "x", "'", "- ", "{", "[", "&a"])
_YAML = st.lists(st.tuples(_KEYS, st.sampled_from([": ", ":\n  ", ": [", "\n", ": |\n "]), st.text(max_size=12)))


@given(_YAML.map(lambda parts: "\n".join("".join(part) for part in parts).encode("utf-8", "replace")) | st.binary())
def test_any_bytes_are_a_sidecar_or_an_input_error(data: bytes) -> None:
    try:
        read_sidecar(data, "seeds/1.yml")
    except InputError as error:
        assert all(p.where.startswith("seeds/1.yml") and p.what for p in error.problems)


@given(st.binary(max_size=300))
def test_any_bytes_are_an_argument_or_an_input_error(data: bytes) -> None:
    for text in (data, b"---\n" + data + b"\n---\n"):
        try:
            read_argument(text, "a", "a.md")
        except InputError as error:
            assert error.problems


def test_very_many_faults_are_not_all_told() -> None:
    with pytest.raises(InputError) as error:
        read_sidecar(b"x: y\n" * 1000, "seeds/1.yml")
    assert len(error.value.problems) == 51
    assert str(error.value.problems[-1]) == "seeds/1.yml: and 950 more; set these right first"


def test_a_value_without_end() -> None:
    with pytest.raises(InputError, match="'title' has 30,000 characters, and the limit is 20,000"):
        read_sidecar(b"title: " + b"x" * 30_000, "seeds/1.yml")


def test_many_readings_take_no_longer() -> None:
    entries = b"".join(b"- {found: a%d, read: b}\n" % number for number in range(8000))
    assert len(read_sidecar(b"readings:\n" + entries, "seeds/1.yml").readings) == 8000


def test_an_introduction_is_no_book() -> None:
    text = "---\nclaim: Een boom is geen meubel.\n---\n\n" + "[" * 100_000
    with pytest.raises(InputError, match="a.md: line 5: the introduction has 100,000 characters, and the limit is"):
        read_argument(text.encode(), "a", "seeds/arguments/a.md")


@pytest.mark.parametrize("line", ["1. " * 300 + "a", ">" * 300 + " a", "\t" * 300 + "- a", "    " * 300 + "- a"])
def test_an_introduction_nested_too_deep_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(InputError, match="a.md: line 5: nests lists or quotations 30[01] deep"):
        read_argument(f"---\nclaim: Een boom is geen meubel.\n---\n- a\n{line}\n".encode(), "a", "seeds/arguments/a.md")

"""Each residue rule against its own examples, and each rule name in a ledger against its reason."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.copies import EXAMPLE
from tests.scrapes import scrapes
from weerklank.clean import clean
from weerklank.clean.web.residue import plain
from weerklank.languages.rule_words import reason
from weerklank.languages.rules import (
    Rule,
    Sign,
    all_rules,
    alternatives,
    families,
    filled,
    rule,
    rules,
    sign,
    signs,
    tongues,
)

ROOT = Path(__file__).parents[2]
LONGEST = 120  # characters of a line, as of code


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.name)
def test_examples(one: Rule) -> None:
    pattern = re.compile(one.pattern)
    assert [line for line in (*one.removes, *one.also) if not pattern.fullmatch(plain(line))] == []
    assert [line for line in one.keeps if pattern.fullmatch(plain(line))] == []


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.name)
def test_each_alternative_that_is_more_than_a_phrase_has_an_example(one: Rule) -> None:
    lines = [plain(line) for line in (*one.removes, *one.also)]
    varied = [each for each in one.alternatives if not re.fullmatch(r"[\w ,:'-]+", each)]
    assert [each for each in varied if not any(re.fullmatch(each, line) for line in lines)] == []


@pytest.mark.parametrize("missing", ["removes", "keeps", "label", "reason", "pattern", "where", "name"])
def test_a_rule_without_both_kinds_of_examples_is_refused(missing: str) -> None:
    entry = {"name": "x", "label": "x", "reason": "Omdat.", "where": "foot"}
    entry |= {"pattern": ["x"], "removes": ["x"], "keeps": ["y"]}  # type: ignore[dict-item]
    assert rule(entry, "test.toml").name == "x"
    with pytest.raises(ValueError, match=missing):
        rule({k: v for k, v in entry.items() if k != missing}, "test.toml")


def test_every_rule_that_acts_has_a_reason() -> None:
    texts = [page.text for page in scrapes()]
    texts += [path.read_text(encoding="utf-8") for path in sorted((EXAMPLE / "seeds").glob("*.txt"))]
    texts.append("Titel\r\n\r\nEen cli\u0065\u0308nt en een cliÃ«nt\u200b, zo\x92n \x07 mens.\n\n\nEen  zin.")
    names = {span.rule for text in texts for span in clean(text).ledger.spans if span.rule}
    assert len(names) > 20
    assert all(reason(name, "nl") for name in names)


def test_every_rule_name_in_the_code_has_a_reason() -> None:
    named = set()
    for path in (ROOT / "scripts/weerklank/clean").rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        named |= set(
            re.findall(r'(?:change|remove|aside|metadata|doubt)\((?:[^()]|\([^()]*\))*?, "([a-z_-]+)"\)', code)
        )
    assert named <= {account.name for account in all_rules()}


def test_reasons_are_whole_sentences_and_names_are_single() -> None:
    accounts = all_rules()
    assert len({account.name for account in accounts}) == len(accounts)
    assert [account.name for account in accounts if not re.fullmatch(r"[A-Z].{15,160}\.", account.reason)] == []
    assert all(account.change or (account.removes and account.keeps) for account in accounts)
    assert [account.name for account in accounts if not re.fullmatch(r"[a-z].{2,60}[^.]", account.label)] == []


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        reason("no-such-rule", "nl")


@pytest.mark.parametrize("sign_", signs().values(), ids=lambda sign_: sign_.name)
def test_signs(sign_: Sign) -> None:
    pattern = sign(sign_.name)
    assert [words for words in sign_.matches if not pattern.match(words)] == []
    assert [words for words in sign_.misses if pattern.fullmatch(words)] == []


def test_the_words_of_websites_are_small_letters() -> None:
    words = [word for _, _, family in families() for word in family]
    assert [word for word in words if word != word.lower() or not re.match(r"\w|\*\w", word)] == []
    assert all(weight in (1, 2, 3) for _, weight, _ in families())


def _files() -> list[Path]:
    return sorted((ROOT / "scripts/weerklank/languages").glob("*/rules/*.toml"))


@pytest.mark.parametrize("file", _files(), ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_no_line_of_a_rules_file_is_longer_than_a_person_reads(file: Path) -> None:
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    assert [(number, line) for number, line in lines if len(line) > LONGEST] == []


@pytest.mark.parametrize("file", _files(), ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_one_alternative_a_line_and_each_part_used(file: Path) -> None:
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    patterns = [entry["pattern"] for kind in ("rule", "sign") for entry in table.get(kind, ())]
    lines = [line for pattern in patterns for line in alternatives(pattern)]
    assert [line for line in lines if "|" in _without_groups(line)] == []
    words = "\n".join([*patterns, *table.get("parts", {}).values()])
    assert [name for name in table.get("parts", {}) if f"<{name}>" not in words] == []


def _without_groups(expression: str) -> str:
    """What of an expression stands in no group and no set of characters."""
    left = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "", expression)
    while (less := re.sub(r"\([^()]*\)", "", left)) != left:
        left = less
    return left


def test_parts_stand_in_for_their_names() -> None:
    parts = {"day": "\nmaandag|<free>\n", "free": "zaterdag\nzondag"}
    assert re.fullmatch(filled("op <day>", parts, "x.toml"), "op zondag")
    with pytest.raises(ValueError, match=r"x\.toml: no part <week>"):
        filled("per <week>", parts, "x.toml")
    with pytest.raises(ValueError, match="holds itself"):
        filled("<a>", {"a": "een|<b>", "b": "twee|<a>"}, "x.toml")


def test_every_language_with_rules_is_known_by_its_words() -> None:
    assert {tongue.code for tongue in tongues()} == {file.parts[-3] for file in _files()}
    assert tongues()[0].code == "nl"

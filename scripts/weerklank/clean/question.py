"""The one question that a build may ask: where does this essay end? Its answer is `ends:` in the sidecar."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.clean.web.answer import unfound
from weerklank.languages.rules import tongues
from weerklank.model import Cleaned, Seed
from weerklank.model.errors import Problem

_BLOCKS = 12  # blocks that are shown
_WIDTH = 300  # characters of one
_MOST = 40  # words that are proposed
_FAR = 600  # characters in which they stand
_WORDS = 6  # of the essay, with which the answer begins to be proposed


def questions(cleaned: Sequence[tuple[Seed, Cleaned]]) -> list[Problem]:
    """A Problem for each text of which the end is not certain, and for each answer that does not fit its text."""
    problems: list[Problem] = []
    for seed, result in cleaned:
        where, sidecar = f"seeds/{seed.name}", f"seeds/{seed.stem}.yml"
        problems += [_misfit(sidecar, words, often) for words, often in result.unfound]
        if result.ends == "asked" and not result.unfound:
            count = len(result.asked)
            blocks = f"{count} block{'s'[: count != 1]}"
            what = f"where the author's words end is not certain: {blocks} of it may be others' ({_why(result)})"
            problems.append(Problem(where, what, answer(result, sidecar), shown(result)))
    return problems


def _why(cleaned: Cleaned) -> str:
    from weerklank.clean.web.ending import is_foreign  # with all that tells voices apart

    known = ", ".join(tongue.code for tongue in tongues())
    foreign = f"its language is none of those that have rules: {known}"
    return foreign if is_foreign(cleaned.text) else "readers', as far as their layout and voice tell"


def _misfit(sidecar: str, words: str, often: int) -> Problem:
    begin = words if len(words) <= 60 else words[:59] + "…"
    if often:
        return Problem(
            sidecar, f"'ends: {begin}' stands {often} times in the text", "write more of the words before it"
        )
    return Problem(sidecar, f"'ends: {begin}' does not stand in the text (there)", "copy the last words as they stand")


def answer(cleaned: Cleaned, sidecar: str) -> str:
    """What to write in `sidecar`, with the line for where the blocks in question are not the author's."""
    words = [*map(_quoted, proposal(cleaned))]
    listed = f"[{', '.join(words)}]" if len(words) > 1 else "".join(words)
    if cleaned.asked and cleaned.asked[0].start < 0:
        return f"if they are the author's, write in {sidecar}: ends: {listed}; if they are not: ends: {words[0]}"
    more = " (a list where the author goes on: README, 'Where an essay ends')"
    return f"if they are not the author's, write in {sidecar}: ends: {listed}{more}; if they are: ends: all"


def shown(cleaned: Cleaned) -> str:
    """The blocks in question, a line each: for who sits at the terminal, and nobody else."""
    lines = [" / ".join(block.text.split("\n")) for block in cleaned.asked]
    rows = [f"  | {line if len(line) <= _WIDTH else line[: _WIDTH - 1] + '…'}" for line in lines[:_BLOCKS]]
    return "\n".join([*rows, *([f"  | and {len(lines) - _BLOCKS} more"] if len(lines) > _BLOCKS else [])])


def proposal(cleaned: Cleaned) -> list[str]:
    """The last words above the blocks in question, the first below them where the essay goes on, and so on."""
    source, text = cleaned.ledger.source(), cleaned.text
    if not cleaned.asked:
        return ["the last words of the essay"]
    if cleaned.asked[0].start < 0:  # these are what it may go on with
        return [_last(source, text), _first(source, cleaned.asked[0].text)]
    words = []
    for start, end in _stretches(cleaned):
        words += [_last(source, text[:start]), *([_first(source, text[end:])] if text[end:].strip() else [])]
    return words


def _stretches(cleaned: Cleaned) -> list[tuple[int, int]]:
    """The blocks in question as stretches (start, end) of the text, between which the essay goes on."""
    found: list[tuple[int, int]] = []
    for block in cleaned.asked:
        end = cleaned.text.find("\n\n", block.start)
        whole = cleaned.text.startswith(block.text, block.start)  # no quotation, of which the block lacks the marks
        end = block.start + len(block.text) if whole else end if end >= 0 else len(cleaned.text)
        if found and not cleaned.text[found[-1][1] : block.start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((block.start, end))
    return found


def _last(source: str, text: str) -> str:
    words = text[-_FAR:].split()
    return _once(source, [" ".join(words[-n:]) for n in range(_WORDS, _MOST)])


def _first(source: str, text: str) -> str:
    words = text[:_FAR].split()
    return _once(source, [" ".join(words[:n]) for n in range(_WORDS, _MOST)])


def _once(source: str, offers: Sequence[str]) -> str:
    """The first of these words that the source holds once; else the last."""
    return next((words for words in offers if words and not unfound(source, [words])), offers[-1])


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""`weerklank explain`: each line of a source with what became of it, the rule that did it, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from weerklank.clean.ledger.repairs import Change, changes
from weerklank.clean.ledger.source_lines import Line, lines
from weerklank.clean.question import answer, shown
from weerklank.clean.scan_notes import scan_doubts
from weerklank.languages import TERMINAL
from weerklank.languages.rule_words import reason
from weerklank.model import Cleaned, Metadata, Verdict
from weerklank.read.read_essay import known

_VERDICTS: tuple[Verdict, ...] = ("kept", "changed", "set_aside", "metadata", "removed")
_COLOURS: dict[Verdict, str] = {"changed": "33", "set_aside": "36", "metadata": "34", "removed": "31"}
_WIDTH = 68  # characters of a source line that are shown


def explain(cleaned: Cleaned, colour: bool = False, sidecar: str = "its sidecar", head: Metadata | None = None) -> str:
    """The whole account as text: lines with verdicts, then changes, doubts, metadata and totals.

    `sidecar` is the file that an editor's answer goes into; `head` is what an HTML page says of its text.
    """
    rows = (_row(line, colour) for line in lines(cleaned.ledger.spans) if line.words.strip())
    parts = ["\n".join(rows)]
    changed = [f"  line {line}: {_quote(c.before)} -> {_quote(c.after)}  [{c.rule}]" for line, c in _changes(cleaned)]
    parts += _section("Changed words", changed)
    doubts = [f"  {_quote(u.found)}: {' or '.join(u.readings)}  [{u.rule}]" for u in cleaned.uncertain]
    parts += _section("Uncertain, left as they are (settle them with 'readings:' in the sidecar)", doubts)
    asked = [f"  {line}" for line in shown(cleaned).split("\n")] if cleaned.ends == "asked" else []
    parts += _section(f"May be others' words; {answer(cleaned, sidecar)}", asked)
    scan = [f"  {what}: {remedy}" for what, remedy in scan_doubts(cleaned, sidecar)]
    if cleaned.printed:
        scan.append(f"  {100 * cleaned.unknown:.1f} of 100 words in lower case are in no list")
    scan += [f"  {word}" for word in cleaned.doubtful]
    parts += _section("The scan", scan)
    parts += _section("Set aside", [f"  {block.kind}: {_quote(block.text)}" for block in cleaned.asides])
    said = {k: v for k, v in vars(cleaned.metadata).items() if v} | (
        {"made as": head.made_as} if head and head.made_as else {}
    )
    parts += _section("The text says of itself", [f"  {key}: {value}" for key, value in said.items()])
    parts += list(_witnesses(known(head, cleaned.metadata))) if head else []
    rules = dict.fromkeys(s.rule for s in cleaned.ledger.spans if s.rule)
    parts += _section("Rules", [f"  {rule}: {reason(rule, TERMINAL)}" for rule in rules])
    return "\n\n".join([*parts, _totals(cleaned)]) + "\n"


def _witnesses(about: Metadata) -> Iterator[str]:
    """Who wrote it and when, by each place of a page that says so, and what they settle."""
    for field, settled in (
        ("title", about.title or ""),
        ("authors", "; ".join(about.authors)),
        ("date", about.date or ""),
    ):
        rows = [f"  {each.value}  [{each.place}]" for each in about.witnesses if each.field == field]
        verdict = settled or "unknown: the places disagree; say it in the sidecar"
        yield from _section(f"Places of the page that say {field} ({verdict})", rows)


def _section(title: str, rows: list[str]) -> list[str]:
    return ["\n".join([title, *rows])] if rows else []


def _row(line: Line, colour: bool) -> str:
    """One source line: its number, its verdicts, its words, its rules."""
    told = [p.span for p in line.pieces if p.words.strip()]
    verdicts = list(dict.fromkeys(s.verdict for s in told))
    verdicts = [v for v in verdicts if v != "kept"] or verdicts
    inside = (p.span for p in line.pieces if not p.words or p.words.rstrip("\n"))  # its end is the next line's matter
    rules = ", ".join(dict.fromkeys(s.rule for s in inside if s.rule))
    words = " ".join(line.words.split())
    shown = words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"
    row = f"{line.number:5}  {_said('+'.join(verdicts)):10}  {shown}" + (f"  [{rules}]" if rules else "")
    code = next((_COLOURS[v] for v in verdicts if v in _COLOURS), "")
    return f"\x1b[{code}m{row}\x1b[0m" if colour and code else row


def _changes(cleaned: Cleaned) -> Iterator[tuple[int, Change]]:
    """Repairs and hyphens at line ends, with their line; joined lines and spaces are too many to tell."""
    source = cleaned.ledger.source()
    for change in changes(cleaned.ledger):
        if change.is_repair or "-" in change.before:
            yield source.count("\n", 0, change.start) + 1, change


def _said(verdicts: str) -> str:
    return verdicts.replace("_", " ")


def _quote(text: str) -> str:
    return "'" + text.replace("\n", "↵") + "'"


def _totals(cleaned: Cleaned) -> str:
    """Characters by verdict; together they are the whole source."""
    counts: Counter[Verdict] = Counter()
    for span in cleaned.ledger.spans:
        counts[span.verdict] += len(span.before)
    parts = [f"{counts[v]} {_said(v)}" for v in _VERDICTS if counts[v]]
    kind = "print" if cleaned.printed else "born digital"
    return f"Total: {sum(counts.values())} characters ({kind}): {', '.join(parts)}"

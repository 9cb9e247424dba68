"""What the site says to other machines holds in a real browser, for who knows the standards and nothing of us."""

from __future__ import annotations

import json
from pathlib import Path

from tests.browser.conftest import Visit
from weerklank.machine.annotations import NAME

# A consumer that knows the standard and the DOM, and nothing of this site.
FIND = """async (items) => {
  const wrong = [], documents = new Map();
  const open = async (url) => {
    if (!documents.has(url)) {
      const source = await (await fetch(url)).text();
      documents.set(url, new DOMParser().parseFromString(source, 'text/html'));
    }
    return documents.get(url);
  };
  for (const {id, target} of items) {
    const page = await open(new URL(target.source, document.baseURI).href);
    const text = page.getElementById(target.selector.value)?.textContent ?? '';
    const [quote, position] = target.selector.refinedBy;
    const code = [...text];
    const there = code.slice(position.start, position.end).join('');
    const before = code.slice(0, position.start).join(''), after = code.slice(position.end).join('');
    if (there !== quote.exact || !quote.exact) wrong.push([id, there, quote.exact]);
    if (!before.endsWith(quote.prefix) || !after.startsWith(quote.suffix)) wrong.push([id, quote.prefix, quote.suffix]);
    if (text.split(quote.prefix + quote.exact + quote.suffix).length !== 2) wrong.push([id, 'not once']);
  }
  return wrong;
}"""


def test_every_selector_finds_its_words_in_the_served_page(visit: Visit, built_site: Path) -> None:
    items = json.loads((built_site / NAME).read_text("utf-8"))["first"]["items"]
    assert visit.go("data/").evaluate(FIND, items) == []

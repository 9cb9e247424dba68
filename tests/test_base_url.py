"""A mirror: the same site at another address, from docs/ that keep to their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.copies import settings
from tests.pages.collection import SLEEPER
from weerklank import cli
from weerklank.build import checkout

HOME, MIRROR = "https://thuis.voorbeeld.org/", "https://elders.voorbeeld.org/teksten/"


def docs(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "docs").rglob("*") if p.is_file()}


def test_a_mirror(tmp_path: Path) -> None:
    settings(tmp_path)
    (tmp_path / "seeds/arguments").mkdir(parents=True)
    (tmp_path / "seeds/a.txt").write_text(SLEEPER, "utf-8")
    (tmp_path / "seeds/collection.yml").write_text(f"title: Brood\nlanguage: nl\nsite_url: {HOME}\n", "utf-8")

    checkout.build(tmp_path, quiet=True, base_url=MIRROR)
    (essay,) = (tmp_path / "site/essays").glob("*/index.html")
    address = f"{MIRROR}essays/{essay.parent.name}/"
    assert f'<link rel="canonical" href="{address}">' in essay.read_text("utf-8")
    for name in ("collection.bib", "collection.ris", "collection.csl.json", "tei/index.xml"):
        assert address in (tmp_path / "site/data" / name).read_text("utf-8"), name
    assert f"<loc>{MIRROR}essays/</loc>" in (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert 'href="/teksten/assets/weerklank.css"' in (tmp_path / "site/404.html").read_text("utf-8")
    for page in (tmp_path / "site").rglob("index.html"):
        (image,) = html.parse(str(page)).xpath("//meta[@property='og:image']/@content")
        assert (tmp_path / "site" / image.removeprefix(MIRROR)).is_file(), page
    for path in (tmp_path / "site").rglob("*"):
        assert not path.is_file() or HOME.encode() not in path.read_bytes(), path
    before = docs(tmp_path)
    assert not any(MIRROR.encode() in data for data in before.values())
    assert checkout.build(tmp_path, quiet=True, base_url=MIRROR).startswith("Nothing changed")

    assert not checkout.build(tmp_path, quiet=True).startswith("Nothing changed")  # another address is another site
    assert docs(tmp_path) == before
    assert MIRROR not in essay.read_text("utf-8")


@pytest.mark.parametrize("said", ["voorbeeld.nl", "ftp://voorbeeld.nl/", "https://voorbeeld.nl/?a", "https://a b/"])
def test_what_is_no_address(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["build", "--base-url", said])
    assert stopped.value.code == 2
    assert "is no web address: write it whole, https://" in capsys.readouterr().err

"""The offline folder as a zip: what a teacher hands out on a USB stick. Always the same bytes for the same site."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from weerklank.model import CollectionConfig
from weerklank.model.slugs import make_slug
from weerklank.site.manifest import NAME as MANIFEST

_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: no zip tells the time of its making
_MODE = 0o100644 << 16
README = "LEESMIJ.txt"
LICENCE = "LICENTIE.txt"
_README = """\
{title}
Een uitgave van Weerklank, om zonder internet te lezen.

1. Pak het zipbestand uit. Lees niet in het zipbestand zelf: dan werken de verwijzingen niet.
2. Open in de uitgepakte map het bestand index.html, met elke browser.

Alles staat in deze map; uw browser haalt niets van elders. U kunt de map kopiëren, op een USB-stick
zetten en doorgeven, zolang u haar heel laat.

Zoeken kan hier niet: een browser mag de index niet uit een map laden. Gebruik de lijsten van teksten,
argumenten en auteurs, en op een pagina Ctrl+F (op een Mac: Cmd+F).
{more}
Van wie dit is, staat in {licence}. In {manifest} staat van elk bestand de SHA-256;
'sha256sum -c {manifest}' controleert of de map heel is.
"""
_LICENCE = """\
De teksten zijn van hun auteurs. Zij vallen niet onder een licentie van Weerklank: wat u ermee mag,
hangt af van de auteur en van de wet.

Voor de programmatuur in deze map (scripts en opmaak van Weerklank) geldt:

{licence}"""


def folder_name(config: CollectionConfig) -> str:
    """The name of the folder, and without its end that of the zip.

    >>> folder_name(CollectionConfig("Klant of burger?", "nl"))
    'weerklank-klant-of-burger'
    """
    return f"weerklank-{make_slug(config.title, 'bundel')[:40].strip('-')}"


def with_papers(files: Mapping[str, bytes], config: CollectionConfig, licence: str, bill: str) -> dict[str, bytes]:
    """The files of the offline folder with what goes along: a readme, whose it is (`licence`: that of
    the code), the bill of materials `bill`, and the manifest of all of it.
    """
    more = [f"\nDe site op het web: {config.site_url}"] if config.site_url else []
    more += [f"\nVragen of een verzoek om iets weg te halen: {config.contact}"] if config.contact else []
    readme = _README.format(
        title=config.title, more="".join(f"{line}\n" for line in more), licence=LICENCE, manifest=MANIFEST
    )
    papers = {
        README: _note(readme),
        LICENCE: _note(_LICENCE.format(licence=licence)),
        "sbom.cdx.json": bill.encode(),
    }
    made = {**files, **papers}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    return {**made, MANIFEST: "".join(lines).encode()}


def _note(text: str) -> bytes:
    """A text file that the plainest editor of any system shows well: line ends and mark of Windows."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """A zip with one folder, of these files in order of name; the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _MOMENT)
            entry.create_system, entry.external_attr, entry.compress_type = 3, _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return out.getvalue()

"""What the build runs on, as a bill of materials: CycloneDX 1.6, made from the lock.

The same lock gives the same bytes: no moment and no random number stand in it.
"""

from __future__ import annotations

import json
import re
import tomllib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from weerklank import __version__

_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)(?:\s*;\s*(.*?))?\s*\\?$")
_TOOL = re.compile(r"^\./vendor/.*\n(?:\s+--hash=.*\n)*", re.M)  # ourselves, in a collection's lock
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^\s+#\s+(?:via\s+)?(?!via$)([A-Za-z0-9._-]+)(?: \(.*\))?$")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
_ROOT = "weerklank"
_licence = LicenseFactory()


@dataclass(frozen=True, slots=True)
class Locked:
    """A package of the lock: `hashes` are those (SHA-256) of the files that may be installed, `marker` where
    it is used ('' = everywhere), `via` the packages that ask for it.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    @property
    def purl(self) -> PackageURL:
        """Its package URL, by which scanners know it."""
        return PackageURL("pypi", name=_plain(self.name), version=self.version)


def read_lock(text: str) -> list[Locked]:
    r"""The packages of a lock as pip-compile and uv write it. ValueError for a line that is none of its forms.

    >>> read_lock("a==1.0 ; python_version < '3.12' \\\n    --hash=sha256:" + 64 * "0" + "\n    # via b")[0].via
    ('b',)
    """
    found: list[tuple[re.Match[str], list[str], list[str]]] = []
    for line in _TOOL.sub("", text).splitlines():
        if match := _ENTRY.match(line):
            found.append((match, [], []))
        elif found and (said := _HASH.findall(line)):
            found[-1][1].extend(said)
        elif found and (asks := _VIA.match(line)):
            found[-1][2].append(_plain(asks[1]))
        elif line.strip() and not line.lstrip().startswith("#"):
            raise ValueError(f"not a line of a lock: {line.strip()[:60]!r}")
    return [
        Locked(match[1], match[2], match[3] or "", tuple(hashes), tuple(dict.fromkeys(via) if via else ()))
        for match, hashes, via in found
    ]


def installed_licences() -> dict[str, list[str]]:
    """What the packages of this environment say of their licence, by plain name; not all say something."""
    return {_plain(d.metadata["Name"]): list(_said(d.metadata)) for d in metadata.distributions() if d.metadata["Name"]}


def _said(of: Any) -> Iterator[str]:
    words = (of.get("License-Expression") or of.get("License") or "").strip()
    if _SPDX.fullmatch(words) and words != "UNKNOWN":
        yield words
        return
    classified = [c.rpartition(" :: ")[2] for c in of.get_all("Classifier") or () if c.startswith("License ::")]
    yield from classified or ([words] if 0 < len(words) < 60 and "\n" not in words and words != "UNKNOWN" else [])


@dataclass(frozen=True, slots=True)
class Carried:
    """A file of data that the project carries whole; `sha256` is that of its makers' file."""

    name: str
    file: str
    version: str
    licence: str
    url: str
    sha256: str


def read_carried(text: str) -> list[Carried]:
    """What a `carried.toml` tells of the data beside it."""
    return [Carried(**each) for each in tomllib.loads(text)["data"]]


def bill_of_materials(
    packages: Sequence[Locked], licences: Mapping[str, Sequence[str]], data: Sequence[Carried] = ()
) -> str:
    """The packages of a lock and the `data` that are carried, as CycloneDX JSON; `licences` are said by plain
    name, where they are known.
    """
    root = Component(
        type=ComponentType.APPLICATION,
        bom_ref=_ROOT,
        name=_ROOT,
        version=__version__,
        licenses=[_licence.make_from_string("MIT")],
    )
    libraries = [(package, _library(package, licences.get(_plain(package.name), ()))) for package in packages]
    carried = [_data(each) for each in data]
    made = Bom(components=[*(each for _, each in libraries), *carried])
    made.metadata.component = root
    for package, library in libraries:
        parents = [parent for other, parent in libraries if _plain(other.name) in package.via]
        for parent in [*parents, *([root] if _ROOT in package.via else [])]:
            made.register_dependency(parent, [library])
    made.register_dependency(root, carried)
    content = json.loads(JsonV1Dot6(made).output_as_string())
    del content["metadata"]["timestamp"], content["serialNumber"]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    return json.dumps({**content, "serialNumber": serial.urn}, indent=1, ensure_ascii=False) + "\n"


def _library(package: Locked, licences: Sequence[str]) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        bom_ref=package.purl.to_string(),
        name=package.name,
        version=package.version,
        purl=package.purl,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in package.hashes],
        licenses=_licences(licences),
        properties=[Property(name="weerklank:marker", value=package.marker)] if package.marker else [],
    )


def _licences(said: Sequence[str]) -> list[License]:
    """One licence may be an expression; of several it is not said how they go together."""
    return [_licence.make_from_string(said[0])] if len(said) == 1 else [_licence.make_with_name(each) for each in said]


def _data(of: Carried) -> Component:
    return Component(
        type=ComponentType.DATA,
        bom_ref=of.name,
        name=of.name,
        version=of.version,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=of.sha256)],
        licenses=[_licence.make_from_string(of.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(of.url))],
    )


def _plain(name: str) -> str:
    """A package's name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()

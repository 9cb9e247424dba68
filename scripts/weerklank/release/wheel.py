"""The tool as a wheel, made from the tool that runs: what a collection takes along, to build with the same one later.

The format: https://packaging.python.org/en/latest/specifications/binary-distribution-format/. The same tool gives the
same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import metadata
from pathlib import Path

import weerklank
from weerklank.exports.zipped import zipped
from weerklank.model.errors import MachineError
from weerklank.release.carried import CARRIED, carried

_NAME = "weerklank"
_WHEEL = "Wheel-Version: 1.0\nGenerator: weerklank\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel_name() -> str:
    """The wheel's file name."""
    return f"{_NAME}-{weerklank.__version__}-py3-none-any.whl"


def make_wheel() -> bytes:
    """The bytes of the wheel: the package as it lies here, and how it was described when it was installed.

    MachineError where the tool runs without having been installed.
    """
    about = f"{_NAME}-{weerklank.__version__}.dist-info"
    files = {f"{_NAME}/{name}": data for name, data in _package().items()}
    try:
        installed = metadata.distribution(_NAME)
    except metadata.PackageNotFoundError as error:
        raise MachineError("weerklank is not installed here: make site, or pip install .") from error
    files[f"{about}/METADATA"] = _description(installed).encode()
    files[f"{about}/entry_points.txt"] = (installed.read_text("entry_points.txt") or "").encode()
    files[f"{about}/WHEEL"] = _WHEEL.encode()
    record = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    return zipped(files)


def _description(installed: metadata.Distribution) -> str:
    """How the tool was described, with this version: a checkout's may have gone on since it was installed."""
    said = installed.read_text("METADATA") or installed.read_text("PKG-INFO") or ""  # the latter: as a build leaves it
    return re.sub(r"^Version: .*", f"Version: {weerklank.__version__}", said, count=1, flags=re.M)


def _package() -> dict[str, bytes]:
    """The files of the package by their path in it, with what it carries; what Python made of them stays out."""
    top = Path(weerklank.__file__).parent
    paths = sorted(p for p in top.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    package = {path.relative_to(top).as_posix(): path.read_bytes() for path in paths}
    package |= {f"release/{name}": carried(name).encode() for name in CARRIED}
    return dict(sorted(package.items()))


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()

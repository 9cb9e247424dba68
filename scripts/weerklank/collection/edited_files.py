"""The files of seeds/ that editors write: which they are, and how the tool writes one for them."""

from __future__ import annotations

from pathlib import Path

from weerklank.collection.schemas import comment
from weerklank.model.errors import MachineError
from weerklank.read.safe_files import is_clutter

_EDITED = ("*.yml", "arguments/*.md", "lessons/*.md")


def edited_files(folder: Path) -> list[Path]:
    """What editors write in the seeds folder, in order; what systems leave beside that is none of it."""
    return sorted(path for form in _EDITED for path in folder.glob(form) if not is_clutter(path.name))


def sidecar_text(path: Path) -> str:
    """The words of a sidecar, its line ends as they are; where there is none, the line that names the schema."""
    return path.read_bytes().decode() if path.exists() else comment("sidecar")


def write_whole(target: Path, data: bytes) -> None:
    """Put a file in its place whole or not at all, unless it is there as it should be. MachineError where it cannot be
    written.
    """
    draft = target.with_name(f".{target.name}.new")
    try:
        if not target.is_file() or target.read_bytes() != data:
            draft.write_bytes(data)
            draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise MachineError(f"{target.parent.name}/{target.name} cannot be written: {error.strerror}") from error

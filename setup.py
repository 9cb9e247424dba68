"""Puts the licence and the lock of the packages into the wheel (pyproject.toml has all the rest).

They are copied, because links in a checkout are no links on every system.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCarried(build_py):
    """The package with what `weerklank.release.carried` looks for beside itself."""

    def run(self) -> None:
        """Copy the package, and then those two; an editable install reads them at the root."""
        super().run()
        if not self.editable_mode:
            for name in ("LICENSE", "requirements.txt"):
                self.copy_file(name, str(Path(self.build_lib, "weerklank/release", name)))


setup(cmdclass={"build_py": BuildWithCarried})

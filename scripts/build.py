"""The build script: seeds -> docs -> site, one command."""

import sys

from weerklank.start import start

sys.exit(start("build_main"))

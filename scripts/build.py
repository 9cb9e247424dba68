"""The build script: seeds -> docs -> site, one command."""

import sys

from weerklank.cli import build_main

sys.exit(build_main())

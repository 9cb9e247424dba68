"""From scrape to reading text: an ordered list of small steps, and the books kept of each character.

`clean` is the front door; it and the steps (all_steps.py) are loaded when they are asked for, since a build whose texts
were cleaned before needs the books alone.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weerklank.clean.all_steps import STEPS, clean, clean_seed, restore_print

__all__ = ["STEPS", "clean", "clean_seed", "restore_print"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from weerklank.clean import all_steps

    return getattr(all_steps, name)

"""Addresses as other machines get them: absolute where the site's own address is known."""

from __future__ import annotations

from weerklank.model import CollectionConfig


def address(config: CollectionConfig, path: str, root: str = "") -> str:
    """The address of `path` (from the site's root) in a file whose way to that root is `root`.

    >>> address(CollectionConfig("K", "nl", site_url="https://k.example/lees"), "essays/a/", "../")
    'https://k.example/lees/essays/a/'
    >>> address(CollectionConfig("K", "nl"), "essays/a/", "../")
    '../essays/a/'
    """
    return (f"{config.site_url.rstrip('/')}/" if config.site_url else root) + path

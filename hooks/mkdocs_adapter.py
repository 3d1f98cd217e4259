"""The hooks that mkdocs.yml names. MkDocs loads them from a file, so this one imports them from the package."""

from mentor_network.mkdocs import *  # noqa: F403

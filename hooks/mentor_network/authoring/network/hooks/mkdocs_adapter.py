from mentor_network.mkdocs import *  # noqa: F403 - MkDocs runs this file

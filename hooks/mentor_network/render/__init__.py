"""Pages to HTML: one Markdown reader, our templates, and the frame around every page."""

from mentor_network.render.output_file import OutputFile

__all__ = ["OutputFile"]

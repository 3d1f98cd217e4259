"""Renders pages to HTML with Jinja templates and a Markdown reader."""

from mentor_network.render.output_file import OutputFile

__all__ = ["OutputFile"]

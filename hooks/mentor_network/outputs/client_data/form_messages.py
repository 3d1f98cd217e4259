"""The checker's message for each kind of mistake, as a template, so that the form in the browser shows the same words.

Each template is the message of `message_texts` for a sample mistake, with the sample values replaced by placeholders:
`{field}` is the field's name, `{word}` the value, `{allowed}` the list of allowed values, `{fixed}` an id made of the value,
`{what}` what is wrong with a link, and `{over}`, `{most}`, `{has}` and `{least}` are numbers.
"""

from __future__ import annotations

from typing import Any

from mentor_network.checks import links, windows_names
from mentor_network.records.message_texts import message_for
from mentor_network.records.mistakes import FieldError, Message
from mentor_network.source import Items, Text

#: Sample values, later replaced by placeholders. No real message contains them.
_OVER, _MOST, _HAS, _LEAST = 7001, 7002, 7003, 7004
_PLACEHOLDERS = {
    str(_OVER): "{over}",
    str(_MOST): "{most}",
    str(_HAS): "{has}",
    str(_LEAST): "{least}",
    "xfieldx": "{field}",
    "xwordx": "{word}",
    "`xallowedx`": "{allowed}",
}


def messages() -> dict[str, dict[str, str]]:
    """The code, message and help of each kind of mistake, by its name."""
    templates = {name: _as_template(message_for(mistake)) for name, mistake in _mistakes().items()}
    templates["no-such-day"]["help"] = templates["no-such-day"]["help"].partition(";")[0]  # the rest is about the sample
    templates["bad-id"]["help"] = templates["bad-id"]["help"].replace("{word}", "{fixed}")
    half_link = {"code": "half-written", "message": links.HALF_LINK, "help": links.HALF_LINK_HELP}
    half_figure = {"code": "half-written", "message": links.HALF_FIGURE, "help": links.HALF_FIGURE_HELP}
    device = {"code": "windows-name", "message": windows_names.refusal("{word}"), "help": windows_names.OTHER_NAME}
    return {**templates, "half-link": half_link, "half-figure": half_figure, "device": device}


def _mistakes() -> dict[str, FieldError]:
    """A sample of each kind of mistake that is possible in a form."""
    long = Text("x" * (_OVER + _MOST))
    return {
        "missing": _mistake("missing", None, path=(), names=["xfieldx"]),
        "empty": _mistake("empty-value", _text(" ")),
        "bare-word": _mistake("bare-word", _text("xwordx")),
        "bad-id": _mistake("bad-id", _text("xwordx")),
        "several-ids": _mistake("bad-id", _text("xwordx,"), word="xwordx"),
        "bad-date": _mistake("bad-date", _text("xwordx")),
        "bad-month": _mistake("bad-date", _text("xwordx"), path=("started",)),
        "no-such-day": _mistake("bad-date", _text("2001-02-30")),
        "bad-number": _mistake("bad-number", _text("xwordx")),
        "bad-reached": _mistake("bad-number", _text("xwordx"), path=("people_reached",)),
        "not-whole": _mistake("int_from_float", _text("xwordx")),
        "below-zero": _mistake("greater_than_equal", _text("xwordx")),
        "bad-value": _mistake("bad-value", _text("xwordx"), allowed=["xallowedx"]),
        "bad-link": _mistake("bad-link", _text("xwordx")),
        "bad-evidence": _mistake("string_pattern_mismatch", _text("xwordx")),
        "too-long-by-one": _mistake("string_too_long", Text("x" * (_MOST + 1)), max_length=_MOST),
        "too-long": _mistake("string_too_long", long, max_length=_MOST),
        "too-many": _mistake("too_long", Items(), max_length=_MOST, actual_length=_HAS),
        "too-few": _mistake("too_short", Items(), min_length=_LEAST, actual_length=_HAS),
        "none-of-one": _mistake("too_short", Items(), min_length=1, actual_length=0),
    }


def _mistake(kind: str, value: Any, path: tuple[str, ...] = ("xfieldx",), **context: Any) -> FieldError:
    return FieldError(kind, path, value, context, ())


def _text(words: str) -> Text:
    text = Text(words)
    text.plain = False
    return text


def _as_template(said: Message) -> dict[str, str]:
    message, help = said.message, said.help
    for sample, placeholder in {
        **_PLACEHOLDERS,
        "2001-02-30": "{word}",
        "`started`": "`{field}`",
        "`people_reached`": "`{field}`",
    }.items():
        message, help = message.replace(sample, placeholder), help.replace(sample, placeholder)
    return {"code": said.code, "message": message, "help": help}

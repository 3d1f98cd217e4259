"""Which kind of case study a file holds."""

from __future__ import annotations

from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records.case_study import CaseStudy, ShortExample
from mentor_network.records.records import AnyCase
from mentor_network.source import Document, Items, Table


def case_kind(document: Document, problems: Problems) -> type[AnyCase] | None:
    """The model for the `kind` of a case study, or None and a problem."""
    kinds: dict[str, type[AnyCase]] = {"short-example": ShortExample, "case-study": CaseStudy}
    value = document.value
    if not isinstance(value, Table):
        problems.add(
            document.span(), "needs-map", "the lines at the top need fields", "write lines such as `kind: case-study`"
        )
        return None
    kind = value.get("kind")
    if isinstance(kind, Items | Table):
        what = "a list" if isinstance(kind, Items) else "further fields below it"
        help = "write one value behind the colon, such as `kind: case-study`"
        problems.add(document.span("kind"), "needs-text", f"`kind` needs one value, not {what}", help)
    elif kind is None:
        problems.add(document.span(), "missing-key", "this entry has no `kind`", "add this line: `kind: case-study`")
    elif kind not in kinds:
        help = did_you_mean(str(kind), kinds) or "it can be `short-example`, `case-study`"
        problems.add(document.span("kind"), "bad-value", f"`kind` cannot be `{shorten(str(kind))}`", help)
    else:
        return _allowed(document, value, kinds[kind], problems)
    return None


def _allowed(document: Document, value: Table, model: type[AnyCase], problems: Problems) -> type[AnyCase] | None:
    """`model`, or None and problems if a short example has fields of a mentor's own case study."""
    own = set(CaseStudy.model_fields) - set(ShortExample.model_fields)
    extra = [key for key in value if key in own] if model is ShortExample else []
    for key in extra:
        problems.add(
            document.span(key, key=True),
            "not-allowed",
            f"a short example from the report cannot have `{key}`",
            "delete this line; only a mentor's own case study can say this",
        )
    return None if extra else model

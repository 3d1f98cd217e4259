"""The checklist that the writer of an entry goes through before anybody else sees it. `forms.questions` has its words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

ChecklistPoint = Literal[
    "no-patient",
    "no-incident",
    "no-details",
    "no-pictures",
    "no-names",
    "no-roles",
    "no-small-groups",
    "no-quotations",
    "no-criticism",
    "guessed",
    "agreed",
    "numbers",
    "licence",
]


def checklist_field() -> list[ChecklistPoint]:
    """The field of the points that the writer of an entry has ticked."""
    return Field(
        [],
        description="The points of the checklist that its writer ticked, if true. A published case study needs all.",
        examples=[["no-patient", "no-incident"]],
    )

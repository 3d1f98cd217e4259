"""Pydantic models of every catalogue and page, and the function `read` that validates a network's files against them.

The classes are the single source of truth: the JSON Schemas for editors, the table of fields in FIELDS.md, the form and the
templates of `mentor-network new` are generated from them. Docstrings and descriptions are texts for authors, who see them
in their editor.
"""

from mentor_network.records.case_study import CaseStudy, ShortExample
from mentor_network.records.evidence import Change, Chart, EvidenceTable, Figure, Note, Source
from mentor_network.records.fields import Citation, Link, Record, Reviewed, Searched
from mentor_network.records.model import Domain, Milestone, Model, Theme
from mentor_network.records.network import Network
from mentor_network.records.opportunity import Opportunity, Retired
from mentor_network.records.page import Page, Term
from mentor_network.records.read import read
from mentor_network.records.records import Entry, Records
from mentor_network.records.stage import Stage
from mentor_network.records.targets import Targets

__all__ = [
    "CaseStudy",
    "Change",
    "Chart",
    "Citation",
    "Domain",
    "Entry",
    "EvidenceTable",
    "Figure",
    "Link",
    "Milestone",
    "Model",
    "Network",
    "Note",
    "Opportunity",
    "Page",
    "Record",
    "Records",
    "Retired",
    "Reviewed",
    "Searched",
    "ShortExample",
    "Source",
    "Stage",
    "Targets",
    "Term",
    "Theme",
    "read",
]

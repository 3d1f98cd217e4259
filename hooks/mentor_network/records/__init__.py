"""Typed records: what each catalogue may say, field by field.

The classes are the single source of truth. They validate, and from them come the JSON Schemas that editors use, the table
of fields that contributors read, and what `mentor-network new` writes.
"""

from mentor_network.records.case_study import CaseStudy, ShortExample
from mentor_network.records.evidence import Change, EvidenceTable, Figure, Note, Source
from mentor_network.records.fields import Citation, Link, Record, Reviewed, Searched
from mentor_network.records.model import Domain, Model, Theme
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
    "Citation",
    "Domain",
    "Entry",
    "EvidenceTable",
    "Figure",
    "Link",
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

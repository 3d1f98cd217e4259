"""The gates that need no browser: the functions of each gate, which take a page or a site and return findings.

A finding is a message with the address of the page or the name of the file before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mentor_network.gates import (
    content,
    contrast,
    crisis_help,
    html_checker,
    identity,
    markup,
    privacy,
    resources,
    statement,
)
from mentor_network.gates.page import Page, Site


@dataclass(frozen=True, slots=True)
class Gate:
    """The functions of one gate: for each page, for several pages in one call if that is much faster, and for the site."""

    page: tuple[Callable[[Page], Iterator[str]], ...] = ()
    together: tuple[Callable[[Site, Iterable[Page]], Iterator[str]], ...] = ()
    site: tuple[Callable[[Site], Iterator[str]], ...] = ()

    def findings(self, site: Site, pages: Iterable[Page]) -> Iterator[str]:
        """Findings on these pages and on the site as a whole."""
        listed = list(pages)
        for page in listed:
            yield from (f"{page.address}: {finding}" for test in self.page for finding in test(page))
        for test_pages in self.together:
            yield from test_pages(site, listed)
        for test_site in self.site:
            yield from test_site(site)


STATIC = {
    "A7": Gate(
        site=(
            crisis_help.footer_links_are_the_same,
            crisis_help.crisis_numbers_are_listed,
            crisis_help.footers_link_to_crisis_help,
        ),
    ),
    "A8": Gate(site=(contrast.colours_have_enough_contrast, contrast.every_colour_is_a_known_token)),
    "A10": Gate(
        page=(
            markup.headings_are_in_order,
            markup.landmarks_are_named,
            markup.lists_hold_only_items,
            markup.tables_are_labelled,
            markup.ids_are_unique_and_resolve,
            markup.fields_have_labels,
        )
    ),
    "A11": Gate(page=(markup.titles_and_language,), site=(markup.titles_are_unique,)),
    "A12": Gate(page=(markup.links_have_meaningful_text,)),
    "A13": Gate(page=(markup.nothing_opens_a_new_tab,)),
    "A14": Gate(page=(markup.images_have_alternatives,)),
    "A17": Gate(page=(markup.results_are_announced,)),
    "A18": Gate(
        page=(markup.page_works_without_script, markup.templates_are_in_the_page), site=(markup.lists_are_complete,)
    ),
    "A19": Gate(page=(html_checker.page_parses_without_errors,), together=(html_checker.html_checker_finds_nothing,)),
    "A20": Gate(site=(resources.no_accessibility_overlay,)),
    "L1": Gate(
        site=(
            statement.statement_is_complete,
            statement.statement_claims_only_passed_gates,
            statement.statement_claims_no_untested_compliance,
        )
    ),
    "N1": Gate(site=(identity.no_nhs_logo_or_typeface,)),
    "N2": Gate(page=(identity.no_nhs_in_names,)),
    "N3": Gate(page=(identity.no_claim_of_endorsement,)),
    "P1": Gate(
        page=(privacy.page_loads_nothing_from_other_hosts, privacy.content_security_policy_is_strict),
        site=(privacy.files_load_nothing_from_other_hosts,),
    ),
    "P3": Gate(site=(privacy.privacy_page_is_complete,)),
    "P4": Gate(page=(privacy.no_personal_identifiers,)),
    "C1": Gate(page=(content.case_studies_hold_no_patient_details,)),
    "C3": Gate(page=(content.reflections_have_the_safety_note,)),
    "R1": Gate(site=(content.every_source_has_its_licence,)),
    "R2": Gate(page=(content.quotations_are_short,)),
    "D1": Gate(page=(content.reviews_are_dated,)),
    "D3": Gate(site=(resources.links_and_resources_resolve,)),
    "Q1": Gate(site=(resources.pages_are_below_the_size_limit,)),
}

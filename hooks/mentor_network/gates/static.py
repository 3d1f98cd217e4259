"""The gates that need no browser: each id of the standard with the functions that hold it, from what was built to findings.

A finding says what is wrong and where. A function looks at 1 page, at the whole site, or at several pages together where
that is much quicker.
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
    """What holds 1 requirement: functions of a page, of several pages together, and of the whole site."""

    page: tuple[Callable[[Page], Iterator[str]], ...] = ()
    together: tuple[Callable[[Site, Iterable[Page]], Iterator[str]], ...] = ()
    site: tuple[Callable[[Site], Iterator[str]], ...] = ()

    def findings(self, site: Site, pages: Iterable[Page]) -> Iterator[str]:
        """What is wrong on these pages of a site, and with the site."""
        looked_at = list(pages)
        for page in looked_at:
            yield from (f"{page.address}: {finding}" for look in self.page for finding in look(page))
        for look_at_all in self.together:
            yield from look_at_all(site, looked_at)
        for look_at_site in self.site:
            yield from look_at_site(site)


STATIC = {
    "A7": Gate(
        site=(crisis_help.help_is_the_same, crisis_help.numbers_of_help_stand_once, crisis_help.footers_lead_to_help),
    ),
    "A8": Gate(site=(contrast.colours_can_be_read, contrast.every_colour_is_known)),
    "A10": Gate(
        page=(
            markup.headings_are_in_order,
            markup.landmarks_are_named,
            markup.lists_hold_items,
            markup.tables_are_labelled,
            markup.ids_are_unique_and_there,
            markup.fields_have_labels,
        )
    ),
    "A11": Gate(page=(markup.titles_and_language,), site=(markup.titles_are_unique,)),
    "A12": Gate(page=(markup.links_say_where_they_lead,)),
    "A13": Gate(page=(markup.nothing_opens_a_new_tab,)),
    "A14": Gate(page=(markup.pictures_have_words,)),
    "A17": Gate(page=(markup.results_are_announced,)),
    "A18": Gate(page=(markup.nothing_waits_for_a_script, markup.templates_can_be_read), site=(markup.lists_are_complete,)),
    "A19": Gate(page=(html_checker.readers_mend_nothing,), together=(html_checker.all_is_valid,)),
    "A20": Gate(site=(resources.nothing_is_laid_over,)),
    "L1": Gate(
        site=(
            statement.the_statement_is_whole,
            statement.the_statement_claims_what_was_tested,
            statement.the_statement_waits_for_people,
        )
    ),
    "N1": Gate(site=(identity.nothing_is_borrowed_from_the_nhs,)),
    "N2": Gate(page=(identity.no_name_has_nhs_in_it,)),
    "N3": Gate(page=(identity.nobody_is_said_to_endorse_it,)),
    "P1": Gate(
        page=(privacy.nothing_is_loaded_from_elsewhere, privacy.a_policy_says_so), site=(privacy.no_file_asks_elsewhere,)
    ),
    "P3": Gate(site=(privacy.privacy_is_explained,)),
    "P4": Gate(page=(privacy.nobody_is_named,)),
    "C1": Gate(page=(content.case_studies_tell_of_no_patient,)),
    "C3": Gate(page=(content.reflections_carry_the_note,)),
    "R1": Gate(site=(content.every_source_has_its_licence,)),
    "R2": Gate(page=(content.quotations_are_short,)),
    "D1": Gate(page=(content.reviews_are_dated,)),
    "D3": Gate(site=(resources.every_link_leads_somewhere,)),
    "Q1": Gate(site=(resources.pages_are_light,)),
}

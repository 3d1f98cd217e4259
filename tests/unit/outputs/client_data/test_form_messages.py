"""The templates of messages in the form are those of the checker."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from mentor_network import pipeline
from mentor_network.outputs.client_data import form_messages
from mentor_network.problems import CODES
from support.networks import NETWORK, TODAY


def test_each_filled_template_is_a_message_of_the_checker(network: Callable[[dict[str, str | None]], Path]) -> None:
    """One opportunity with a mistake of most kinds, and the message that the form would show for each.

    The help of the checker has lines of YAML, which nobody writes in the form.
    """
    text = (NETWORK / "opportunities/chair-a-meeting.yaml").read_text("utf-8")
    wrong = {
        "cost": "expensive",
        "added": "6 August",
        "summary": "no",
        "title": "t" * 75,
        "id": "Chair a Meeting",
        "who_to_ask": '" "',
    }
    for name, value in wrong.items():
        text = re.sub(rf"^{name}: .*\n", "", text, flags=re.MULTILINE) + f"{name}: {value}\n"
    root = network({"opportunities/chair-a-meeting.yaml": text})
    _, problems = pipeline.check(root, today=TODAY)
    shown = {(problem.code, problem.message) for problem in problems}
    templates = form_messages.messages()
    for kind, values in {
        "bad-value": {"field": "cost", "word": "expensive", "allowed": "`free`, `funded`, `paid`, `check`"},
        "bad-date": {"word": "6 August"},
        "bare-word": {"field": "summary", "word": "no"},
        "too-long": {"field": "title", "over": "10", "most": "65"},
        "bad-id": {"word": "Chair a Meeting", "fixed": "chair-a-meeting"},
        "empty": {"field": "who_to_ask"},
    }.items():
        template = templates[kind]
        assert (template["code"], template["message"].format(**values)) in shown, kind


def test_templates_have_known_codes_and_placeholders() -> None:
    for template in form_messages.messages().values():
        assert template["code"] in CODES
        values = set(re.findall(r"\{(\w+)\}", template["message"] + template["help"]))
        assert values <= {"field", "word", "allowed", "fixed", "over", "most", "has", "least", "what"}
        assert not re.search(r"700\d|xfield|xword|xallowed", template["message"] + template["help"])

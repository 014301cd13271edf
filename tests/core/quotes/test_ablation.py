"""Rules that are made to answer with nothing, to see what is lost without them."""

from core.quotes.direct import attribution, is_speech
from core.quotes.direct.nested import with_nested
from tests.benchmarks.statements.ablate import all_rules, silent

RULES = {rule.name: rule for rule in all_rules()}


def test_functions_methods_and_rows_of_tables_are_rules() -> None:
    assert "quotes.indirect.hearsay.hearsay" in RULES
    assert "actors.coreference.link_descriptions.DescriptionLinker._by_topic" in RULES
    assert "quotes.direct.is_speech.RULES: a verdict" in RULES


def test_a_rule_answers_with_nothing_wherever_it_is_called_from() -> None:
    assert attribution.coordinated is is_speech.coordinated
    with silent(RULES["quotes.direct.is_speech.coordinated"]):
        assert attribution.coordinated(None, None, None) is False
    assert attribution.coordinated.__code__.co_name == "coordinated"


def test_what_changes_findings_answers_with_those_it_was_given() -> None:
    with silent(RULES["quotes.direct.nested.with_nested"]):
        assert with_nested(None, ["as they were"]) == ["as they were"]

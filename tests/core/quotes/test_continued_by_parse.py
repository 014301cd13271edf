"""English sentences with "would" that go on with what somebody said, and those that do not."""

import pytest

from tests.core.quotes.said import found


@pytest.mark.parametrize(
    "text",
    [
        "The levy, Bell said, would fund new carriages. No household would pay a penny.",
        "Bell said the hall would close. Children would have to walk to Denby.",
        "Bell said the pool would close. That would cost the town £40.",
        "The gate would be shut in May, Bell added. Walkers would be sent round by the mill.",
        "Bell told residents the lane would close. Buses would be diverted.",
    ],
)
def test_a_sentence_with_would_goes_on_with_one(text):
    words = text.split(". ", 1)[1].removesuffix(".")
    assert found(text, "en")[-1] == ("indirect-free-indirect", words, "Bell")


@pytest.mark.parametrize(
    "text",
    [
        "Orme said he would leave in May. He would die two years later.",
        "Orme said the pool was shut. It would stay so till May.",
        "Orme said the hall would close. It was built in 1920.",
        "Orme said the hall would close.\n\nThe town would miss it.",
        "Orme said the hall would close. Would the town miss it?",
        "Orme rejected the plan. It would cost £40.",
    ],
)
def test_no_other_sentence_does(text):
    assert len(found(text, "en")) == 1

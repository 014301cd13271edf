"""Who goes on behind a question in marks: not who asked, where that is certain, else nobody is named."""

import pytest

import core


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Anwalt Udo Kern hakt nach: „Warum haben Sie gelogen?“ – „Weil ich Angst hatte.“ Niemand lacht.",
            None,
        ),
        ("„Was haben Sie getrunken?“, fragte Richterin Ute Lamm den Zeugen. „Zwei Bier.“", None),
        ("„Was soll das?“, fragte Wirtin Ute Lamm den Koch. „Das ist doch Unsinn.“", None),
        ("„Was soll das?“, fragte Wirtin Ute Lamm. „Das ist doch Unsinn.“", "Ute Lamm"),
        ("„Wer war das?“ – „Ich nicht“, sagte Kurt Pell.", "Kurt Pell"),
    ],
)
def test_the_second_of_two(text, speaker):
    read = core.analyze(text, language="de")
    said = read.speaker(read.analysis.quotes[1])
    assert (said and said.name) == speaker

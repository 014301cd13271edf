"""What the files of an export are called."""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.exchange.placing import exports, file_stem, in_folder, is_one_file
from core.exchange.plugins import formats
from tests.core.exchange.readings import ARTICLE, READING

OTHER = replace(READING, article=replace(ARTICLE, text=ARTICLE.text + " "))


def test_a_title_becomes_a_name_with_the_text_s_hash() -> None:
    article = replace(ARTICLE, title="Größer, „höher“: Über Ænderungen & Café!")
    assert file_stem(article) == f"groesser-hoeher-ueber-nderungen-cafe-{ARTICLE.key[:8]}"


@given(st.text(max_size=200))
def test_any_title_makes_a_name_that_any_system_takes(title: str) -> None:
    stem = file_stem(replace(ARTICLE, title=title))
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", stem)
    assert len(stem) <= 70
    assert stem.endswith(ARTICLE.key[:8])


def test_articles_of_one_title_have_names_of_their_own() -> None:
    made = exports(formats().by_name["tei"], formats().by_name["tei"].load(), (READING, OTHER))
    assert len(in_folder(Path("x"), made)) == 2


def test_formats_of_many_articles_make_one_file() -> None:
    made = exports(formats().by_name["ris"], formats().by_name["ris"].load(), (READING, OTHER))
    assert is_one_file(made)
    assert list(in_folder(Path("x"), made)) == [Path("x/lesart.ris")]
    brat = exports(formats().by_name["brat"], formats().by_name["brat"].load(), (READING,))
    assert not is_one_file(brat)
    assert Path("x/annotation.conf") in in_folder(Path("x"), brat)

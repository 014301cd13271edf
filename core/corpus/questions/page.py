"""One HTML page that answers the usual questions with plots and tables; it holds all it needs and asks nobody."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from core.corpus.extras import needed
from core.corpus.questions.answer import Answer, Narrowed
from core.corpus.questions.archive import Archive
from core.corpus.questions.cell import cell
from core.corpus.questions.repeated import repeated
from core.corpus.questions.tables import about, months, outlets, people
from core.exchange.html_page import html_environment
from core.locations import ASSETS

_TEMPLATE = ASSETS / "corpus" / "page.html.jinja"
_BARS, _ROWS = 25, 100
_INK, _FAINT = "#3b5b7a", "#c9d4df"


def page(archive: Archive, title: str, narrowed: Narrowed) -> str:
    """The page. Raises NeedsExtraError without Plotly."""
    needed("plotly.graph_objects")
    speakers, by_month, by_outlet = people(archive, most=_ROWS), months(archive), outlets(archive)
    sections = [
        ("Who is quoted", _speakers(speakers), speakers),
        ("By month", _months(by_month), by_month),
        ("By outlet", "", by_outlet),
        ("Who speaks about whom", "", about(archive, _ROWS)),
        ("The same statement in several articles", "", _first(repeated(archive))),
    ]
    narrowing = {name: value for name, value in _words(narrowed) if value}
    return (
        html_environment()
        .from_string(_TEMPLATE.read_text(encoding="utf-8"))
        .render(
            title=title,
            narrowing=narrowing,
            sections=[
                (heading, Markup(plot), answer.columns, _cells(answer)) for heading, plot, answer in sections
            ],
            script=Markup(_script()),
        )
    )


def _words(narrowed: Narrowed) -> Sequence[tuple[str, str]]:
    return (
        ("since", narrowed.since),
        ("until", narrowed.until),
        ("outlet", narrowed.outlet),
        ("topic", narrowed.topic),
        ("kind", narrowed.kind),
    )


def _first(answer: Answer) -> Answer:
    return Answer(answer.columns, answer.rows[:_ROWS])


def _cells(answer: Answer) -> list[list[str]]:
    return [[cell(value) for value in row] for row in answer.rows]


def _script() -> str:
    script: str = needed("plotly.offline").get_plotlyjs()
    return script.replace("</script", "<\\/script")


def _speakers(answer: Answer) -> str:
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows[:_BARS]][::-1]
    figures = needed("plotly.graph_objects")
    # By number, not by name: two people of one name are two bars.
    places = list(range(len(rows)))
    own = [round(row["words"] * row["direct"]) for row in rows]
    rest = [row["words"] - direct for row, direct in zip(rows, own, strict=True)]
    figure = figures.Figure(
        [
            figures.Bar(y=places, x=own, name="words in direct speech", orientation="h", marker_color=_INK),
            figures.Bar(y=places, x=rest, name="words reported", orientation="h", marker_color=_FAINT),
        ]
    )
    labels = [_label(row["name"]) for row in rows]
    figure.update_layout(barmode="stack", height=120 + 22 * len(rows))
    figure.update_yaxes(tickmode="array", tickvals=places, ticktext=labels)
    return _drawn(figure)


def _label(name: str) -> str:
    """A name as Plotly writes it, which reads tags in labels."""
    return name.replace("&", "&amp;").replace("<", "&lt;")


def _months(answer: Answer) -> str:
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows if row[0]]
    figures = needed("plotly.graph_objects")
    named = [row["month"] for row in rows]
    figure = figures.Figure(
        [
            figures.Bar(x=named, y=[row[count] for row in rows], name=count, marker_color=colour)
            for count, colour in (("articles", _FAINT), ("statements", _INK))
        ]
    )
    figure.update_xaxes(type="category")
    return _drawn(figure)


def _drawn(figure: Any) -> str:
    figure.update_layout(template="simple_white", margin={"l": 180, "r": 20, "t": 20, "b": 40}, font_size=13)
    drawn: str = figure.to_html(full_html=False, include_plotlyjs=False, config={"displaylogo": False})
    return drawn

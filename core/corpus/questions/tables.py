"""The tables that answer: who is quoted, by outlet and by month, who speaks of whom, what somebody said."""

from core.analysis.analysis import ActorKind
from core.analysis.identity import identity_of_name
from core.corpus.questions.answer import Answer
from core.corpus.questions.archive import KINDS, Archive

SURE = 0.9
"""From this confidence on a speaker counts as sure."""
_DIRECT = "round(coalesce(sum(words) FILTER (type = 'direct'), 0) / sum(words), 3) AS direct"
_COUNTS = f"""count(*) AS statements, sum(words)::BIGINT AS words, {_DIRECT},
  round(count(*) FILTER (likely >= {SURE}) / count(*), 3) AS sure,
  count(DISTINCT source) AS articles"""
_DAYS = "nullif(min(nullif(day, '')), '') AS first, nullif(max(day), '') AS last"

_NAMES = """SELECT who, name FROM (SELECT who, name, count(*) AS n FROM known GROUP BY who, name)
  QUALIFY row_number() OVER (PARTITION BY who ORDER BY n DESC, name) = 1"""
"""The name that most articles have for somebody."""


def people(archive: Archive, by: str = "", most: int = 0) -> Answer:
    """Speakers, by statements: how much they said, how often in their own words, as what, and how sure all that is.

    `direct` is the share of their words in direct speech, `sure` the share of statements whose speaker is sure; `doubt`
    is true where the name does not identify anybody beyond its article, as a surname alone. `by` ("outlet" or "month")
    gives a row for each outlet or month; `most` is how many rows, 0 for all.
    """
    group = {"": "", "outlet": "outlet, ", "month": "substr(day, 1, 7) AS month, "}[by]
    grouped = {"": "", "outlet": "outlet, ", "month": "month, "}[by]
    return archive.ask(
        f"""WITH counted AS (
              SELECT {group}who, any_value(kind) AS kind, bool_or(doubt) AS doubt, {_COUNTS}, {_DAYS}
              FROM spoken GROUP BY {grouped}who),
            known AS (SELECT * FROM actors WHERE who IN (SELECT who FROM counted)), names AS ({_NAMES}),
            roles AS ({_commonest("roles")}), bodies AS ({_commonest("affiliations")})
            SELECT {grouped}name, kind, statements, words, direct, sure, articles, first, last,
              roles, affiliations, doubt
            FROM counted JOIN names USING (who) LEFT JOIN roles USING (who) LEFT JOIN bodies USING (who)
            ORDER BY {grouped}statements DESC, words DESC, name {_limit(most)}"""
    )


def _commonest(column: str) -> str:
    """A query for the three values that most articles have in a list of each actor."""
    return f"""SELECT who, list(value ORDER BY n DESC, value)[1:3] AS {column} FROM (
      SELECT who, value, count(*) AS n FROM (SELECT who, unnest({column}) AS value FROM known) GROUP BY who, value)
      GROUP BY who"""


def outlets(archive: Archive) -> Answer:
    """Outlets: their articles, statements, speakers, and how much of it is direct speech."""
    return _counted(archive, "site AS outlet", "outlet")


def months(archive: Archive) -> Answer:
    """Months, in order, counted as `outlets` are."""
    return _counted(archive, "substr(published, 1, 7) AS month", "month")


def _counted(archive: Archive, key: str, name: str) -> Answer:
    spoken = "outlet" if name == "outlet" else "substr(day, 1, 7)"
    order = "articles DESC, outlet" if name == "outlet" else "month"
    return archive.ask(
        f"""WITH a AS (SELECT {key}, count(*) AS articles, sum(words)::BIGINT AS length FROM articles GROUP BY 1),
            s AS (SELECT {spoken} AS {name}, count(*) AS statements, count(DISTINCT who) AS speakers,
              sum(words)::BIGINT AS words, {_DIRECT}
              FROM spoken GROUP BY 1)
            SELECT {name}, articles, coalesce(statements, 0) AS statements, coalesce(speakers, 0) AS speakers,
              round(coalesce(words, 0) / length, 3) AS spoken, direct
            FROM a LEFT JOIN s USING ({name}) ORDER BY {order}"""
    )


def about(archive: Archive, most: int = 0) -> Answer:
    """Who speaks about whom, by statements: whoever is named in the words of somebody else."""
    return archive.ask(
        f"""WITH of AS (SELECT source, quote, who, doubt, unnest(about) AS actor FROM spoken),
            counted AS (
              SELECT of.who AS one, a.who AS other, count(DISTINCT (of.source, of.quote)) AS statements,
                count(DISTINCT of.source) AS articles, bool_or(a.doubt OR of.doubt) AS doubt
              FROM of JOIN actors a ON a.source = of.source AND a.actor = of.actor AND a.who <> of.who
              GROUP BY of.who, a.who),
            known AS (SELECT * FROM actors), names AS ({_NAMES})
            SELECT s.name AS speaker, o.name AS about, statements, articles, doubt
            FROM counted JOIN names s ON s.who = one JOIN names o ON o.who = other
            ORDER BY statements DESC, speaker, about {_limit(most)}"""
    )


def statements(archive: Archive, name: str) -> Answer:
    """All that somebody said, by day; of a person named in full, an organisation or a place."""
    wanted = [identity_of_name(name, ActorKind(kind)) for kind in KINDS]
    return archive.ask(
        """SELECT day, outlet, type, text, round(likely, 2) AS sure, source FROM spoken
           WHERE list_contains(?, who) ORDER BY day, source, start""",
        [[each for each in wanted if each]],
    )


def _limit(most: int) -> str:
    return f"LIMIT {most}" if most else ""

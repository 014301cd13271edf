"""Infinitives of German verbs: irregular ones by the tables of the lexicon, regular ones by their endings."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from core.lexicon.inflection import VerbForm, needs_e
from core.lexicon.lexicon import load_lexicon, rows
from core.text.tables import listed, paired

_VOWELS = "aeiouyäöü"
_PARTICLES = listed("verb_particle")
"""Words used like separable prefixes, in addition to those of `words.tsv`."""
_BEGIN_WITH_GE = frozenset(listed("verb_with_ge"))
_TWO_SYLLABLES = re.compile(
    rf".*[{_VOWELS}].*?(?:[^{_VOWELS}]|(?<=[ea])[iu]|(?<=ä)u)e[lr]|.*(?:ei|au|eu|äu)e[lr]"
)
_DROPPED_E = re.compile(rf".*[{_VOWELS}].*[^{_VOWELS}lrhw]l|.*[{_VOWELS}].*[dbgtpk]r")
_PAST = re.compile(r"(.+)te(?:n|st)?")
_IEREN = re.compile(r"\w{3,}(?<!e)iert")
_OLD_SPELLING = re.compile(r"(?<=[fpl]a)ß|(?<=mi)ß|(?<=pre)ß|(?<=schlo)ß|(?<=[wm]u)ß")
"""Where "ss" is written today: "läßt", "wußte", "schloß", "erfaßt"."""


def verb_lemma(form: str, features: Mapping[str, str]) -> str | None:
    """The infinitive of a verb form by its features (VerbForm, Tense, Number, Person); None where rules do not tell.

    A separable prefix is kept where it is written together with the verb ("angekündigt", "anzukündigen").
    """
    small = _OLD_SPELLING.sub("ss", form.lower().replace("läß", "läss"))
    if not small.isalpha() or len(small) < 3:
        return None
    kind, tense = features.get("VerbForm"), features.get("Tense")
    if kind is None and "Mood" not in features and small.endswith("t"):
        kind = "Part"
    if small.endswith("n"):
        with_zu = _without_zu(small)
        if with_zu:
            return with_zu
    irregular = _irregular(small)
    present_plural = tense == "Pres" and VerbForm.PLURAL in load_lexicon("de").verb_forms(small)
    if irregular and kind != "Inf" and not present_plural:
        return irregular
    if kind == "Inf" and small.endswith("n"):
        return small
    past = _PAST.fullmatch(small)
    if past and _parted(small):
        return _of_participle(past[1] + "t")
    if past and tense == "Past":
        return infinitive(_without_link(past[1]))
    if kind in ("Part", "Inf"):
        return _of_participle(small)
    if small.endswith(("en", "eln", "ern")):
        return small if tense == "Pres" or not _like_participle(small) else None
    if small.endswith("e"):
        stem = small[:-1]
        if _DROPPED_E.fullmatch(stem):
            return f"{stem[:-1]}e{stem[-1]}n"
        return infinitive(stem)
    if small.endswith("st") and features.get("Person") == "2":
        return infinitive(_without_link(small[:-2]))
    return infinitive(_without_link(small[:-1])) if small.endswith("t") else None


def infinitive(stem: str) -> str | None:
    """The infinitive of a regular stem: "liefer" gives "liefern", "spiel" "spielen"; None where it is no stem."""
    if len(stem) < 2 or not set(_VOWELS) & set(stem) or (stem[-1] in "aeo" and len(stem) < 4):
        return None
    base = next(
        (
            stem[len(prefix) :]
            for prefix in _prefixes()
            if stem.startswith(prefix) and _is_base(stem[len(prefix) :])
        ),
        stem,
    ).replace("qu", "k")
    ier = base.endswith("ier") and not base.endswith("eier")
    iel = base.endswith("iel")
    return stem + ("n" if not (ier or iel) and _TWO_SYLLABLES.fullmatch(base) else "en")


def _is_base(rest: str) -> bool:
    return len(rest) > 3 and rest[0] != rest[1] and bool(set(_VOWELS) & set(rest))


def _without_link(stem: str) -> str:
    """A stem without the e that its endings need: "rede" gives "red", "feiere" stays."""
    return stem[:-1] if stem.endswith("e") and needs_e(stem[:-1]) else stem


def _without_zu(small: str) -> str | None:
    """The infinitive in one with "zu": "anzukündigen"; None where there is none."""
    for prefix in _prefixes():
        if small.startswith(prefix + "zu") and prefix + "zu" not in _prefixes():
            rest = small[len(prefix) + 2 :]
            if len(rest) > 2 and rest.endswith(("en", "eln", "ern", "tun", "sein")):
                return prefix + rest
    return None


def _parted(small: str) -> bool:
    """Whether ge- follows a separable prefix, as only in participles: "angekündigt", but not "angehörte"."""
    for prefix in _prefixes():
        if prefix not in _inseparable() and small.startswith(prefix + "ge"):
            verb = small[len(prefix) :]
            return not verb.startswith(("gehör", *(begins[:-2] for begins in _BEGIN_WITH_GE)))
    return False


def _like_participle(small: str) -> bool:
    """Whether a form in -en may be an irregular participle: "gesotten", "ausgesotten"."""
    return any(small.startswith(prefix + "ge") for prefix in (*_prefixes(), "")) or small.startswith("ver")


def _of_participle(small: str) -> str | None:
    """The infinitive of a regular past participle: "angekündigt", "verkauft", "kopiert"."""
    if not small.endswith("t"):
        return None
    for prefix in (*_prefixes(), ""):
        if small.startswith(prefix + "ge") and not _IEREN.fullmatch(small[len(prefix) + 2 :]):
            stem = _without_link(small[len(prefix) + 2 : -1])
            found = infinitive(stem) if len(stem) > 1 else None
            with_ge = infinitive("ge" + stem)
            if prefix + (with_ge or "") in _BEGIN_WITH_GE:
                return with_ge
            if found:
                return prefix + found
    return infinitive(_without_link(small[:-1]))


def _irregular(small: str) -> str | None:
    """The infinitive of an irregular form, with whatever prefixes it has."""
    tables = _forms()
    if small in tables:
        return tables[small]
    for prefix in _prefixes():
        if small.startswith(prefix) and len(small) > len(prefix) + 2:
            rest = small[len(prefix) :]
            found = tables.get(rest) or (_forms_without_ge().get(rest) if prefix in _inseparable() else None)
            if found:
                return prefix + found
    for prefix in _prefixes():
        if small.startswith(prefix) and prefix not in _inseparable():
            rest = small[len(prefix) :]
            for inner in _inseparable():
                if rest.startswith(inner):
                    base = rest[len(inner) :]
                    found = tables.get(base) or _forms_without_ge().get(base)
                    if found:
                        return prefix + inner + found
    return None


@cache
def _prefixes() -> tuple[str, ...]:
    """Prefixes of verbs, the longest first."""
    words = load_lexicon("de").words
    every = words.get("separable", frozenset()) | _inseparable() | frozenset(_PARTICLES)
    return tuple(sorted(every, key=lambda prefix: (-len(prefix), prefix)))


@cache
def _inseparable() -> frozenset[str]:
    return load_lexicon("de").words.get("inseparable", frozenset())


@cache
def _forms() -> dict[str, str]:
    """Irregular forms of verbs without prefixes, with their infinitives."""
    found: dict[str, str] = {}
    for infinitive_, forms in _tables():
        for form in forms:
            found.setdefault(form, infinitive_)
    return found


@cache
def _forms_without_ge() -> dict[str, str]:
    """Irregular participles as they are after a prefix that leaves no room for ge-: "nommen" in "vernommen"."""
    return {
        participle.removeprefix("ge"): infinitive_
        for infinitive_, _, _, participle, _ in rows("de", "verbs")
        if participle.startswith("ge") and not infinitive_.startswith("ge")
    }


def _tables() -> Iterator[tuple[str, list[str]]]:
    for form, infinitive_ in paired("form_of_auxiliary"):
        yield infinitive_, [form]
    known = load_lexicon("de").verb_forms
    for infinitive_, present, past, participle, subjunctive in rows("de", "verbs"):
        forms: list[str] = []
        if present != "-":
            forms += [present, present[:-1] + "st", present[:-1]] if present.endswith("t") else [present]
        if past != "-":
            forms += [past, past + "n", past + "st"] if past.endswith("e") else []
            forms += [] if past.endswith("e") else [past, past + "en"]
            forms += [] if past.endswith(("e", "s", "ß")) else [past + "st"]
        if participle != "-":
            forms.append(participle)
        if subjunctive != "-" and VerbForm.PLURAL not in known(subjunctive + "n"):
            forms += [subjunctive, subjunctive + "n", subjunctive + "st"]
        if forms:
            yield infinitive_, forms
    for row in rows("de", "cue_verbs"):
        if row[1] == "-" and row[3] != "-":
            yield row[0], [row[2], row[3], row[3] + "en", row[4]]

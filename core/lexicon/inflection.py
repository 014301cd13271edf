"""Generate German and English verb forms from principal parts, to recognise verbs in a text by their forms."""

from dataclasses import dataclass
from enum import StrEnum

_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "wider", "hinter")
_VOWELS = "aeiouäöüy"


class VerbForm(StrEnum):
    """What a form of a verb can be."""

    PRESENT = "present"
    PAST = "past"
    SUBJUNCTIVE = "subjunctive"
    PLURAL = "plural"
    """Third person plural present, which in German is also the infinitive."""
    PARTICIPLE = "participle"
    TO_INFINITIVE = "to-infinitive"
    GERUND = "gerund"
    """The English form in -ing."""


@dataclass(frozen=True, slots=True)
class PrincipalParts:
    """A verb without its particle; a principal part that is regular is None."""

    infinitive: str
    present: str | None = None
    past: str | None = None
    participle: str | None = None
    subjunctive: str | None = None
    """Third person singular Konjunktiv II of a German verb."""


def german_forms(verb: PrincipalParts, particle: str = "") -> dict[str, set[VerbForm]]:
    """Finite third-person forms, participle and zu-infinitive; with a particle also the forms written together.

    The finite forms of a separable verb are given twice: bare ("kündigte" … an) and joined ("ankündigte").
    Forms with ß are given with ss too, as Switzerland writes them.
    """
    infinitive = verb.infinitive
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if needs_e(stem) else ""
    present = verb.present or (stem if stem.endswith(("s", "ß", "z", "x")) else stem + link) + "t"
    past = verb.past or stem + link + "te"
    forms: dict[str, set[VerbForm]] = {}

    def add(form: str, kind: VerbForm) -> None:
        forms.setdefault(form, set()).add(kind)

    add(present, VerbForm.PRESENT)
    add(infinitive, VerbForm.PLURAL)
    add(past, VerbForm.PAST)
    add(past + ("n" if past.endswith("e") else "en"), VerbForm.PAST)
    add(stem + "e", VerbForm.SUBJUNCTIVE)
    if stem.endswith("el"):
        add(stem[:-2] + "le", VerbForm.SUBJUNCTIVE)
    if stem.endswith("er"):
        add(stem[:-2] + "re", VerbForm.SUBJUNCTIVE)
    if verb.subjunctive:
        add(verb.subjunctive, VerbForm.SUBJUNCTIVE)
        add(verb.subjunctive + "n", VerbForm.SUBJUNCTIVE)
    participle = verb.participle or _weak_participle(infinitive, stem + link + "t")
    if particle:
        for form, kinds in list(forms.items()):
            forms.setdefault(particle + form, set()).update(kinds)
        add(particle + "zu" + infinitive, VerbForm.TO_INFINITIVE)
    add(particle + participle, VerbForm.PARTICIPLE)
    for form, kinds in list(forms.items()):
        if "ß" in form:
            forms.setdefault(form.replace("ß", "ss"), set()).update(kinds)
    return forms


def english_forms(verb: PrincipalParts) -> dict[str, set[VerbForm]]:
    """Third-person present, base form, past, participle, and the form in -ing."""
    base = verb.infinitive
    if base.endswith("y") and base[-2] not in _VOWELS:
        regular_present, regular_past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        regular_present = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
        regular_past = base + ("d" if base.endswith("e") else "ed")
    past = verb.past or regular_past
    forms: dict[str, set[VerbForm]] = {}
    for form, kind in (
        (verb.present or regular_present, VerbForm.PRESENT),
        (base, VerbForm.PLURAL),
        (past, VerbForm.PAST),
        (verb.participle or past, VerbForm.PARTICIPLE),
        (_gerund(base, past), VerbForm.GERUND),
    ):
        forms.setdefault(form, set()).add(kind)
    return forms


def _gerund(base: str, past: str) -> str:
    """The form in -ing; a consonant is doubled where the past doubles it: admitted, admitting."""
    if past.endswith("ed") and len(past) > len(base) + 2:
        return past.removesuffix("ed") + "ing"
    if base.endswith("ie"):
        return base.removesuffix("ie") + "ying"
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    return (base[:-1] if silent else base) + "ing"


def needs_e(stem: str) -> bool:
    """Whether a t cannot follow a stem directly: "redet", "öffnet", but "filmt", "lernt"."""
    if stem.endswith(("d", "t")):
        return True
    long_vowel = len(stem) > 2 and stem[-2] == "h" and stem[-3] in _VOWELS
    return len(stem) > 2 and stem[-1] in "mn" and stem[-2] not in _VOWELS + "lrmn" and not long_vowel


def _weak_participle(infinitive: str, ending: str) -> str:
    """The regular participle: no ge- after an unstressed prefix and in verbs in -ieren."""
    if infinitive.endswith("ieren") or infinitive.startswith(_INSEPARABLE):
        return ending
    return "ge" + ending

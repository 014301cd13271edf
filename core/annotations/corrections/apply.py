"""Apply a reader's corrections to an analysis. Pure: the original analysis is left unchanged."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.analysis import Analysis
from core.annotations.annotation import Annotation
from core.annotations.corrections.draft import Draft, UnfitError


@dataclass(frozen=True, slots=True)
class Misfit:
    """A correction that cannot be applied to this analysis, and why: a clause for the reader."""

    annotation: Annotation
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with the corrections that could be applied, and those that could not."""

    analysis: Analysis
    misfits: tuple[Misfit, ...] = ()


def correct(annotations: Iterable[Annotation], analysis: Analysis, text: str) -> Corrected:
    """Apply the corrections among `annotations` to an analysis of `text`, in the order in which the reader made them.

    The order of `annotations` makes no difference, and corrections already applied are harmless. Never raises: a
    correction that does not fit, because its words or what was found there are gone, is reported and left out.
    """
    waiting = {
        each.id: each
        for each in annotations
        if each.correction is not None and each.id not in analysis.corrected
    }
    queue = sorted(waiting.values(), key=lambda each: (each.created, each.id))
    draft = Draft(analysis, text)
    done: list[str] = []
    misfits: list[Misfit] = []
    while queue:
        misfits = []
        for annotation in queue:
            try:
                draft.make(annotation)
                done.append(annotation.id)
            except UnfitError as unfit:
                misfits.append(Misfit(annotation, str(unfit)))
        # A correction may depend on the result of another, whichever has the earlier date.
        if len(misfits) == len(queue):
            break
        queue = [misfit.annotation for misfit in misfits]
    return Corrected(draft.analysis(done) if done else analysis, tuple(misfits))


def apply(annotations: Iterable[Annotation], analysis: Analysis, text: str) -> Analysis:
    """Only the analysis that `correct` returns."""
    return correct(annotations, analysis, text).analysis

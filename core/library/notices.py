"""What a reader is told on opening an article of which the library knows another version."""

from core.annotations.anchoring import How, Placed

EARLIER = "This is an earlier version of the article; a later one is in the library."


def carried_words(carried: tuple[Placed, ...]) -> str:
    """What became of the annotations of an earlier version, in a sentence; empty where there were none."""
    if not carried:
        return ""
    guessed = sum(each.located is not None and each.located.how is How.APPROXIMATE for each in carried)
    lost = sum(each.located is not None and each.located.how is How.ORPHAN for each in carried)
    told = [f"{len(carried) - guessed - lost} found their place again"]
    told += [f"{guessed} stand where the words are much like theirs"] if guessed else []
    told += [f"{lost} lost their words"] if lost else []
    return f"The text has changed since you read it: of your {len(carried)} marks {', '.join(told)}."

"""All annotations that were deleted and can be brought back."""

from core.library.records import Deletion
from core.library.stores import Stores


def deletions(stores: Stores) -> tuple[Deletion, ...]:
    """What was deleted and not brought back, the latest first. Raises LibraryError.

    What was deleted from several versions of an article is listed once, for the latest.
    """
    found = [each for key in stores.overview.with_deletions() for each in stores.annotations.deleted(key)]
    earlier = {key for key in {each.key for each in found} if stores.overview.is_superseded(key)}
    latest = {each.annotation.id for each in found if each.key not in earlier}
    shown = [each for each in found if each.key not in earlier or each.annotation.id not in latest]
    return tuple(sorted(shown, key=lambda each: each.deleted, reverse=True))

"""Moments as sources write them, for those that say more than a day."""

import re
from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime

_KEPT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", re.ASCII)


def moment_in(written: str) -> str:
    """A moment in ISO 8601 or as in mails, as ISO 8601 in UTC to the second; empty for what is none.

    That is also the case of a mere day, of one whose time zone nobody knows, and of midnight: what has only days writes
    them so.
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(written.strip())
            if found.tzinfo is None or found.time() == time():
                return ""
            return found.astimezone(UTC).replace(microsecond=0).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def kept_moment(moment: str) -> str:
    """A moment as it is kept; empty for anything else that a file from another program may contain."""
    if not _KEPT.fullmatch(moment):
        return ""
    try:
        return datetime.fromisoformat(moment).isoformat()
    except ValueError:
        return ""

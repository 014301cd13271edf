"""spaCy without its schemas, for a process that only runs the bundled pipelines.

They check configurations, for those who write some or train. pydantic builds them whenever spaCy is imported, for a
tenth of the time that `lesart analyze` takes for a short article. In their place come schemas to which all is right.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, ClassVar

from core.lean_spacy import is_being_imported

_OF_CONFIGURATIONS = "spacy.schemas"
_OF_EDIT_TREES = "spacy.pipeline._edit_tree_internals.schemas"
_BUILDER = "pydantic"


def leave_out_schemas() -> None:
    """Make `import spacy` leave its schemas out. Has no effect if spaCy is already imported."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Schema:
    """To which everything is right. It is asked for the same as a schema of pydantic."""

    model_config: ClassVar[dict[str, Any]] = {}
    model_fields: ClassVar[dict[str, Any]] = {}

    @classmethod
    def model_rebuild(cls, **_: object) -> None:
        """There are no references to resolve."""

    @classmethod
    def model_validate(cls, data: Any) -> Any:
        """The data as they are."""
        return data

    def model_dump(self) -> dict[str, Any]:
        """All attributes of tokens, among which matchers look for the one they compare by."""
        return dict.fromkeys(name.lower() for name in import_module("spacy.attrs").NAMES)


def _without_errors(*_: object) -> list[str]:
    return []


def _as_given(_function: object, settings: Any, **_: object) -> Any:
    return settings


def _in_place_of(name: str) -> Any:
    """What stands for a schema, and for a function that completes settings or finds errors."""
    if name.startswith("__"):
        raise AttributeError(name)
    if name == "validate_init_settings":
        return _as_given
    return _Schema if name[0].isupper() else _without_errors


class _Finder:
    """Finds stand-ins while spaCy itself is being imported; a finder and loader by its methods alone."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == _BUILDER and is_being_imported("confection"):
            # It reads spaCy's configurations, and does without where pydantic is not installed.
            raise ModuleNotFoundError(f"No module named {fullname!r} for confection", name=fullname)
        if fullname in (_OF_CONFIGURATIONS, _OF_EDIT_TREES) and is_being_imported("spacy"):
            return ModuleSpec(fullname, self)  # type: ignore[arg-type]  # a loader by its methods
        return None

    def create_module(self, _spec: ModuleSpec) -> None:
        """A module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__getattr__"] = _in_place_of

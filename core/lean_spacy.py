"""spaCy without its command line, which `import spacy` brings and no analysis uses.

With it come templates, typed options, YAML and two clients of the web: an eighth of the time that `lesart analyze`
takes for a short article. A stand-in is imported in its place; whoever asks that for anything gets the command line.

Nor is the first version of pydantic there for `confection`, which reads spaCy's configurations: it does without where
there is none, and spaCy's own schemas are of the second. Others find it as ever.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

_CLI = "spacy.cli"
_INFO = "spacy.cli.info"
_OLD_SCHEMAS = "pydantic.v1"


def leave_out_command_line() -> None:
    """Make `import spacy` leave its command line out. Has no effect if spaCy is already imported."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _StandIn(ModuleType):
    """A module that is imported when something in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_imported(self.__name__), name)


class _Finder:
    """Finds stand-ins while spaCy itself is being imported.

    A finder and loader by its methods alone: their base classes are in a package that takes time to import.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == _OLD_SCHEMAS and is_being_imported("confection"):
            raise ModuleNotFoundError(f"No module named {fullname!r} for confection", name=fullname)
        if fullname not in (_CLI, _INFO) or not is_being_imported("spacy"):
            return None
        spec = ModuleSpec(fullname, self)  # type: ignore[arg-type]  # a loader by its methods
        if fullname == _CLI and path:
            spec.submodule_search_locations = [str(Path(folder) / "cli") for folder in path]
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ == _INFO:
            module.__dict__["info"] = _info


def is_being_imported(name: str) -> bool:
    """Whether the import of a module has begun and is not done."""
    module = sys.modules.get(name)
    return bool(module and getattr(module.__spec__, "_initializing", False))


def _imported(name: str) -> ModuleType:
    """The module itself, in the place of its stand-in."""
    for each in (_CLI, _INFO):
        if isinstance(sys.modules.get(each), _StandIn):
            del sys.modules[each]
    import_module(_CLI)
    return import_module(name)


def _info(*arguments: Any, **named: Any) -> Any:
    """`spacy.info`."""
    return _imported(_INFO).info(*arguments, **named)

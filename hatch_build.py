"""What a wheel has besides its packages: the manual page and the completions, if `make man` has made them."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHARE = Path("build", "share")


class SharedFiles(BuildHookInterface[Any]):
    """Lays what is in build/share below share/, where pipx and the system look for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files, except for an editable installation."""
        root = Path(self.root)
        if version == "standard":
            for path in sorted((root / SHARE).rglob("*")):
                if path.is_file():
                    build_data["shared_data"][str(path)] = path.relative_to(root / "build").as_posix()

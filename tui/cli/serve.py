"""`lesart serve`: the reader in a browser on the same machine."""

import shlex
import sys
from collections.abc import Sequence
from ipaddress import ip_address

from core.articles.source_names import STANDARD_INPUT, is_address
from core.articles.sources import read_article
from core.system_errors import cause
from core.translation import N_, _
from tui.cli.output import complain, inform, parser

MISSING = N_("Showing Lesart in a browser needs one package more: pip install 'lesart[serve]'.")

EPILOG = N_(
    """\
The address that is printed holds a key; whoever has it reads and writes as you. Only this machine can reach it,
unless --host names another address. Each page that is opened is a reader of its own; all share your library."""
)


def serve(words: Sequence[str]) -> int:
    """Serve the reader, or the library where no source is named, until Ctrl+C."""
    options = parser("lesart serve", _("Show the reader in a browser."), _(EPILOG))
    options.add_argument(
        "source",
        nargs="?",
        metavar=_("SOURCE"),
        help=_("an address or a file; without it, the library"),
    )
    options.add_argument(
        "--host", default="127.0.0.1", help=_("address to listen on (default 127.0.0.1, this machine only)")
    )
    options.add_argument("--port", type=int, default=8137, help=_("port to listen on (default 8137)"))
    chosen = options.parse_args(words)
    if chosen.source == STANDARD_INPUT:
        options.error(_("standard input cannot be read by a browser's reader; give a file"))
    if not 0 < chosen.port < 65536:
        options.error(_("a port is a number from 1 to 65535"))
    try:
        from tui.services.browser import BrowserServer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("textual_serve", "aiohttp"):
            raise
        return complain(_(MISSING))
    sources = [chosen.source] if chosen.source else []
    for source in sources:
        if not is_address(source):  # The page is fetched by the reader, when a browser asks for it.
            read_article(source)
    if not _is_loopback(chosen.host):
        inform(
            _("others in your network can reach {host}; the key is all that keeps them out.").format(
                host=chosen.host
            )
        )
    command = shlex.join([sys.executable, "-P", "-m", "tui.cli", *sources])
    try:
        BrowserServer(command, chosen.host, chosen.port).serve()
    except OSError as error:
        return complain(
            _("Cannot listen on {host}, port {port}: {reason}.").format(
                host=chosen.host, port=chosen.port, reason=cause(error)
            )
        )
    return 0


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

"""A guard around a program: it reaches nobody but this machine and writes nowhere but where it may.

On Linux the kernel itself is asked (seccomp, user notification: man 2 seccomp_unotify). So the guard sees what native
code does as well as Python, and every child process too; it needs no rights and no tool. Each attempt to connect, bind
or send to an address, and each attempt to write or make a file, stops until the guard has looked at it. What leaves the
machine, asks a resolver or lies outside the folders named is refused with EACCES and told in `breaches`.

Run as a script this file is the launcher: it puts itself under the guard at the address given and becomes the program.
"""

import ctypes
import errno
import fcntl
import os
import platform
import select
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv6Address, ip_address
from pathlib import Path

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
ANY = 0xFFFFFFFF
"""Any argument but zero, in particular any pointer but NULL."""

DNS = 53
"""The port of a resolver. One on this machine passes the question on, so that it is none of this machine's."""

TERMINALS = ("/dev/null", "/dev/tty", "/dev/ptmx", "/dev/pts/")
SEMAPHORES = "/dev/shm/sem."
"""Where the C library has the semaphores by which processes wait for each other: in memory, and unlinked at once."""


@dataclass(frozen=True)
class Call:
    """A system call that is looked at where its argument `argument` has bits of `mask`."""

    name: str
    argument: int
    mask: int
    x86_64: int | None
    aarch64: int | None
    path: int | None = None
    """The argument that names what is written; the folder it is relative to is the one before it."""
    relative: bool = True
    """Whether there is a folder before it."""


CALLS = (
    Call("connect", 1, ANY, 42, 203),
    Call("bind", 1, ANY, 49, 200),
    Call("sendto", 4, ANY, 44, 206),
    Call("sendmsg", 1, ANY, 46, 211),
    Call("sendmmsg", 1, ANY, 307, 269),
    Call("open", 1, WRITES, 2, None, path=0, relative=False),
    Call("openat", 2, WRITES, 257, 56, path=1),
    Call("creat", 0, ANY, 85, None, path=0, relative=False),
    Call("truncate", 0, ANY, 76, 45, path=0, relative=False),
    Call("mkdir", 0, ANY, 83, None, path=0, relative=False),
    Call("mkdirat", 1, ANY, 258, 34, path=1),
    Call("rename", 1, ANY, 82, None, path=1, relative=False),
    Call("renameat", 3, ANY, 264, 38, path=3),
    Call("renameat2", 3, ANY, 316, 276, path=3),
    Call("link", 1, ANY, 86, None, path=1, relative=False),
    Call("linkat", 3, ANY, 265, 37, path=3),
    Call("symlink", 1, ANY, 88, None, path=1, relative=False),
    Call("symlinkat", 2, ANY, 266, 36, path=2),
)

MACHINE = platform.machine()
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""How the kernel names the kinds of processor whose numbers of system calls are known here."""

PIDFD_OPEN, PIDFD_GETFD = 434, 438
PR_SET_NO_NEW_PRIVS = 38
SECCOMP = {"x86_64": 317, "aarch64": 277}
SECCOMP_SET_MODE_FILTER = 1
SECCOMP_FILTER_FLAG_NEW_LISTENER = 8
SECCOMP_RET_USER_NOTIF, SECCOMP_RET_ALLOW = 0x7FC00000, 0x7FFF0000
SECCOMP_USER_NOTIF_FLAG_CONTINUE = 1
SECCOMP_IOCTL_NOTIF_RECV, SECCOMP_IOCTL_NOTIF_SEND = 0xC0502100, 0xC0182101
BPF_LOAD, BPF_EQUAL, BPF_ANY_BIT, BPF_RETURN = 0x20, 0x15, 0x45, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16
"""Where in `struct seccomp_data` these stand."""


def numbered() -> dict[int, Call]:
    """The system calls to look at by their numbers on this kind of processor."""
    numbers = {getattr(call, MACHINE): call for call in CALLS}
    return {number: call for number, call in numbers.items() if number is not None}


def seccomp_filter() -> bytes:
    """The filter as instructions of classic BPF: `numbered` calls are told, all others go on."""
    allow = (BPF_RETURN, 0, 0, SECCOMP_RET_ALLOW)
    tell = (BPF_RETURN, 0, 0, SECCOMP_RET_USER_NOTIF)
    steps = [(BPF_LOAD, 0, 0, ARCHITECTURE), (BPF_EQUAL, 1, 0, ARCHITECTURES[MACHINE]), allow]
    for number, call in numbered().items():
        steps += [
            (BPF_LOAD, 0, 0, NUMBER),
            (BPF_EQUAL, 0, 4, number),
            (BPF_LOAD, 0, 0, ARGUMENTS + 8 * call.argument),
            (BPF_ANY_BIT, 0, 1, call.mask),
            tell,
            allow,
        ]
    return b"".join(struct.pack("=HBBI", *step) for step in [*steps, allow])


def launch(address: str, command: Sequence[str]) -> None:
    """Become `command`, under the guard that listens at an abstract address."""
    guard = socket.socket(socket.AF_UNIX)
    guard.connect(f"\0{address}")
    libc = ctypes.CDLL(None, use_errno=True)
    program = ctypes.create_string_buffer(instructions := seccomp_filter())
    # struct sock_fprog: how many instructions of eight bytes, and where they are.
    filtering = struct.pack("@HP", len(instructions) // 8, ctypes.addressof(program))
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    listener = libc.syscall(
        SECCOMP[MACHINE], SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, filtering
    )
    if listener < 0:
        sys.exit(f"seccomp: {os.strerror(ctypes.get_errno())}")
    # The guard takes the listener out of this process: sending it would be a call that the guard must look at.
    guard.sendall(struct.pack("=i", listener))
    if not guard.recv(1):
        sys.exit("the guard could not take the listener")
    os.execvp(command[0], list(command))


class Guard:
    """Looks at what programs do that are started by `command`, until it is left.

    Args:
        writable: Files that may be written, and folders in which all may.
    """

    def __init__(self, *writable: Path) -> None:
        self.breaches: list[str] = []
        """What was refused, each as one line."""
        self._writable = [path.resolve() for path in writable]
        self._calls = numbered()
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind("")
        self._door.listen()
        self._wake, self._end = socket.socketpair()
        self._waiting = select.epoll()
        self._waiting.register(self._door, select.EPOLLIN)
        self._waiting.register(self._wake, select.EPOLLIN)
        self._listeners: set[int] = set()
        self._watch = threading.Thread(target=self._watching, daemon=True)

    def __enter__(self) -> "Guard":
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.send(b"!")
        self._watch.join()
        for listener in self._listeners:
            os.close(listener)
        for each in (self._waiting, self._door, self._wake, self._end):
            each.close()

    def command(self, *words: str) -> list[str]:
        """The command that runs `words` under this guard."""
        address = self._door.getsockname()[1:].decode()
        return [sys.executable, "-I", __file__, address, *words]

    def _watching(self) -> None:
        while True:
            for file, event in self._waiting.poll():
                if file == self._wake.fileno():
                    return
                if file == self._door.fileno():
                    self._admit()
                elif event & select.EPOLLIN:
                    self._judge(file)
                else:  # The last process under this listener has ended.
                    self._waiting.unregister(file)
                    self._listeners.remove(file)
                    os.close(file)

    def _admit(self) -> None:
        """Take the listener out of a launcher."""
        launcher, _ = self._door.accept()
        with launcher:
            pid, _, _ = struct.unpack("=3i", launcher.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
            number = launcher.recv(4)
            if not number:
                return
            process = self._libc.syscall(PIDFD_OPEN, pid, 0)
            listener = self._libc.syscall(PIDFD_GETFD, process, struct.unpack("=i", number)[0], 0)
            os.close(process)
            if listener >= 0:
                self._listeners.add(listener)
                self._waiting.register(listener, select.EPOLLIN)
                launcher.send(b"!")

    def _judge(self, listener: int) -> None:
        """Look at one call, and let it go on or refuse it."""
        notice = bytearray(80)
        try:
            fcntl.ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, notice)
            call_id, pid, _, number, _, _, *arguments = struct.unpack("=QIIiIQ6Q", notice)
            breach = self._breach(self._calls[number], pid, arguments)
            if breach is not None:
                self.breaches.append(breach)
            refused, on = (0, SECCOMP_USER_NOTIF_FLAG_CONTINUE) if breach is None else (-errno.EACCES, 0)
            fcntl.ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, struct.pack("=QqiI", call_id, 0, refused, on))
        except FileNotFoundError:
            pass  # The caller has ended, or a signal interrupted it: then it calls again.

    def _breach(self, call: Call, pid: int, arguments: Sequence[int]) -> str | None:
        """What a call would reach or write that it must not, and whose call it is; None where it may go on."""
        try:
            if call.path is not None:
                there = self._elsewhere(call, call.path, pid, arguments)
            else:
                addresses = [_memory(pid, start, size) for start, size in _addresses(call, pid, arguments)]
                there = next(filter(None, map(_outside, addresses)), None)
                if there and self._is_own(there):
                    there = None
            return there and f"{call.name} {there} by {_caller(pid)}"
        except (FileNotFoundError, ProcessLookupError):
            return None  # The caller has ended.
        except (OSError, ValueError) as error:
            return f"{call.name} that could not be looked at: {error}"

    def _is_own(self, there: str) -> bool:
        """Whether an address is a socket by which processes speak to each other, in a folder that may be written to."""
        return there.startswith("/") and any(Path(there).is_relative_to(root) for root in self._writable)

    def _elsewhere(self, call: Call, index: int, pid: int, arguments: Sequence[int]) -> str | None:
        """The path that is written where it is none of those that may be."""
        name = os.fsdecode(_string(pid, arguments[index]))
        folder = ctypes.c_int(arguments[index - 1]).value if call.relative else -1
        base = Path(f"/proc/{pid}/cwd" if folder < 0 else f"/proc/{pid}/fd/{folder}")
        path = Path(os.path.realpath(base / name))
        if str(path).startswith((*TERMINALS, SEMAPHORES)):
            return None
        return None if any(path.is_relative_to(root) for root in self._writable) else str(path)


def _outside(address: bytes) -> str | None:
    """Where an address lies outside this machine, or is a resolver's; None where it is this machine's own."""
    family = int.from_bytes(address[:2], sys.byteorder)
    if family in (socket.AF_UNSPEC, socket.AF_NETLINK):
        return None
    if family == socket.AF_UNIX:
        # Name services on this machine are asked here, and ask others.
        name = address[2:].replace(b"\0", b"@", 1) if address[2:3] == b"\0" else address[2:].split(b"\0")[0]
        return os.fsdecode(name) or None
    if family not in (socket.AF_INET, socket.AF_INET6):
        return f"an address of family {family}"
    port = int.from_bytes(address[2:4], "big")
    host = ip_address(address[4:8] if family == socket.AF_INET else address[8:24])
    if isinstance(host, IPv6Address) and host.ipv4_mapped:
        host = host.ipv4_mapped
    return None if host.is_loopback and port != DNS else f"{host} port {port}"


def _addresses(call: Call, pid: int, arguments: Sequence[int]) -> list[tuple[int, int]]:
    """Where the socket addresses of a call begin in its caller's memory, and their sizes."""
    match call.name:
        case "connect" | "bind":
            return [(arguments[1], arguments[2])]
        case "sendto":
            return [(arguments[4], arguments[5])]
    # Both begin each `struct msghdr` with the address; those of sendmmsg are 64 bytes apart.
    count = arguments[2] if call.name == "sendmmsg" else 1
    messages = (_memory(pid, arguments[1] + 64 * i, 12) for i in range(count))
    return [(start, size) for start, size in (struct.unpack("=QI", each) for each in messages) if start]


def _memory(pid: int, start: int, length: int) -> bytes:
    """What stands in a process's memory. Raises ProcessLookupError where the process has none any more."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        memory.seek(start)
        content = memory.read(length)
    if len(content) < length:
        raise ProcessLookupError
    return content


def _string(pid: int, start: int) -> bytes:
    """A string that ends with a zero. It is read to the end of its page: what follows may not be there."""
    text = b""
    while b"\0" not in text:
        here = start + len(text)
        text += _memory(pid, here, 4096 - here % 4096)
    return text.split(b"\0")[0]


def _caller(pid: int) -> str:
    """Which program and which of its threads."""
    words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    thread = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    return f"{os.fsdecode(b' '.join(words).strip())[:120]} (thread {thread})"


@cache
def obstacle() -> str | None:
    """Why there can be no guard here, None where there can."""
    if sys.platform != "linux" or MACHINE not in ARCHITECTURES:
        return f"the guard knows no system calls of {sys.platform} on {MACHINE}"
    with Guard() as guard:
        command = guard.command("sh", "-c", ": >/dev/null")
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
    return next(iter(guard.breaches), None) or tried.stderr.strip() or None


if __name__ == "__main__":
    launch(sys.argv[1], sys.argv[2:])

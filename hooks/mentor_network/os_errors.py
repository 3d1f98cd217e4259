"""Messages for errors of the operating system, such as a full disk, that say what to do."""

from __future__ import annotations

import errno

_HELP = {
    errno.ENOSPC: "make room on the disk, then run this again",
    errno.EDQUOT: "make room in your share of the disk, then run this again",
    errno.EFBIG: "make room on the disk, then run this again",
    errno.EACCES: "ask whose it is, or name another folder",
    errno.EPERM: "ask whose it is, or name another folder",
    errno.EROFS: "name a folder on another disk",
    errno.EBUSY: "something holds this folder where it is: name a folder inside it",
    errno.EADDRINUSE: "end what runs there, or serve on another port: `mentor-network serve --port 8001`",
}
#: Windows refuses to rename or delete a folder while any program has it or a file in it open. Its error codes for that are
#: ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION; Python gives both as EACCES.
_WINDOWS_IN_USE = frozenset([5, 32])
_CLOSE = "close what has it open, such as Explorer, an editor or a terminal, then run this again; or name another folder"


def describe(error: OSError) -> str:
    """One line for an error: the file, the reason, and what to do.

    >>> describe(OSError(errno.ENOSPC, "No space left on device", "site.next/index.html"))
    '`site.next/index.html`: no space left on device; make room on the disk, then run this again'
    """
    reason = (error.strerror or str(error) or "the system refused without a reason").lower()
    where = f"`{error.filename}`: " if error.filename else ""
    help = _HELP.get(error.errno or 0, "fix that, then run this again")
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        help = _CLOSE
    return f"{where}{reason}; {help}"

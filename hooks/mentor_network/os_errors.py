"""Errors of the operating system, such as a full disk, as messages that say what to do."""

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


def describe(error: OSError) -> str:
    """One line for an `OSError`: the file, the reason and what to do.

    >>> describe(OSError(errno.ENOSPC, "No space left on device", "site.next/index.html"))
    '`site.next/index.html`: no space left on device; make room on the disk, then run this again'
    """
    reason = (error.strerror or str(error) or "the system refused without a reason").lower()
    where = f"`{error.filename}`: " if error.filename else ""
    return f"{where}{reason}; {_HELP.get(error.errno or 0, 'mend that, then run this again')}"

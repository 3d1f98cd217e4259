"""Every fault that we could think of, tried on a copy of the small network: `make faults` prints what came of each.

A fault is survived when the last good site is whole afterwards, or a whole new one stands in its place; when the message
is plain and the exit status says that something went wrong; when no source has changed; and when the next build works
without anybody cleaning up.
"""

"""Fault injection: each fault is tried on a copy of the small network, and `make faults` prints the results.

A fault is survived if the last good site is intact afterwards, or replaced by a complete new one; if the message is plain
and the exit status is not 0; if no source has changed; and if the next build works without manual cleaning up.
"""

"""Mutation tests of the checker: single mistakes in copies of the real network, and what `check` says of each.

`make mutations` prints the results. A mistake depends on the seed, its kind and its number alone, so it can be made again.
It is told **at the line** if a problem stands where it was made, **within a line** if one stands right beside it, and
**elsewhere** if all stand further away. It is **alone** if it is exactly 1 error. A **false follow-up** is an error besides
its own, which goes away when the mistake is put right.
"""

"""Mutation tests of the checker: single mistakes in copies of the real network, and what `check` says of each.

`make mutations` prints the results. Every mistake depends on the seed, its kind and its number alone, so it can be made again.
A mistake is told **at the line** if a problem stands where it was made, **within a line** if one stands right beside it, and
**elsewhere** if all stand further away. It is **alone** if it is exactly 1 error. A **false follow-up** is a mistake with
errors besides its own, all of which go away when it is put right.
"""

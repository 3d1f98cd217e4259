"""Quality gates for a built site: what every page must hold, as functions from what was built to findings.

`static` has the gates that read files, `browser` those that need a browser, and `runner` holds a site against both.
Nothing here needs its tools at import: `tools.require` says what to install when a gate is about to run.
"""

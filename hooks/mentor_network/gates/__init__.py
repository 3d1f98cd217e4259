"""Quality gates for a built site: functions that take a page or a site and return findings.

`static` has the gates that read files, `browser` those that need a browser, and `runner` runs both on a site. Optional
packages are imported only when a gate runs: `tools.require` says what to install if one is missing.
"""

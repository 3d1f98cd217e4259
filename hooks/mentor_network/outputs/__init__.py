"""What the site offers beside its pages: style sheets, scripts, feeds, the calendar, open data and data for scripts."""

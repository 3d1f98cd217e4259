"""Pictures of what the catalogue holds: places and sizes are computed here, and templates make SVG of them."""

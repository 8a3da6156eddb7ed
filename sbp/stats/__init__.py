"""Numbers in, numbers out, with no knowledge of care."""

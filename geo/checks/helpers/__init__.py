"""Tools that several checks use; none of these is a check, or in CHECKS."""

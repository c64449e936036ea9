"""Drafts: an article, and the acts by which a person makes an atlas of it."""

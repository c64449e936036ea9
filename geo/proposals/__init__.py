"""Proposals: what programs suggest of an article. A person decides; none is ever in an atlas."""

"""Side-by-side timings of the atlas and its peers, in one run, in one Chromium.

Run by hand: `python -m benchmarks reader`. No test depends on a time.
"""

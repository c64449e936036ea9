import sys

from geo.cli import main


def run() -> None:
    """Be the command: `corridor-atlas`, or `python -m geo`."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that isn't UTF-8 still shows the rest
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())


if __name__ == "__main__":
    run()

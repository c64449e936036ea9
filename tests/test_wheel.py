"""The wheel, installed where no repository is near: all that the command and the app need is in it.

Nothing is downloaded: the new environment borrows the packages of the one that runs the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import create_server
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from geo import __version__
from geo.atlas.atlas import HOME

SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
# Paths of the repository, and whatever else would lead back to it, stay outside.
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=HOME, check=True, capture_output=True)  # noqa: S603
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def away(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own, and return that folder."""
    folder = tmp_path_factory.mktemp("away")
    venv.create(folder, with_pip=False)
    command = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    command += ["--no-deps", "--no-index", "--no-cache-dir", str(wheel)]
    subprocess.run(command, check=True, cwd=folder)  # noqa: S603
    (packages,) = folder.glob("[Ll]ib/**/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def ran(away: Path, *call: str, program: str = "corridor-atlas") -> str:
    """Run a program of the environment, and return what it prints."""
    command = [str(away / SCRIPTS / program), *call]
    run = subprocess.run(  # noqa: S603  our own program
        command, cwd=away, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_it_asks_for_what_the_lists_have(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("/METADATA"))
        lines = archive.read(name).decode().splitlines()
    wanted = [line for line in lines if line.startswith("Requires-Dist: ")]
    for file, is_extra in (("requirements-library.txt", False), ("requirements.txt", True)):
        written = (HOME / file).read_text("utf-8").splitlines()
        names = [line.split(">")[0].split("=")[0] for line in written if line[:1] not in "#-"]
        found = [line for line in wanted if ("extra == " in line) == is_extra]
        assert len(names) == len(found), file
        assert all(any(name in line for line in found) for name in names), file
    assert f"Version: {__version__}" in lines


def test_it_is_imported_from_the_environment(away: Path) -> None:
    code = "import geo; print(geo.__file__, geo.open_atlas().manifest.id)"
    file, name = ran(away, "-c", code, program="python").split()
    assert Path(file).is_relative_to(away)
    assert name == "iranian-land-corridor"


def test_it_checks_and_exports_what_it_ships(away: Path) -> None:
    assert "digest" in ran(away, "check")
    ran(away, "export", "geojson", "svg", "html", "-o", "out")
    made = json.loads((away / "out" / "iranian-land-corridor.geojson").read_text("utf-8"))
    assert made["atlas"]["atlas_sha256"]
    assert len(list((away / "out").iterdir())) == 3


def test_its_help_names_the_command(away: Path) -> None:
    assert ran(away, "--help").startswith("usage: corridor-atlas ")


JOBS = """
import io, time, zipfile
from geo.atlas.atlas import HOME
from geo.export_options import ExportOptions
from geo.jobs.export_job import ExportJob
from geo.jobs.upload_jobs import CheckJob
from geo.starter import STARTER
def done(job):
    while not job.done:
        time.sleep(0.05)
    return job
job = done(ExportJob(HOME, ["geojson"], ExportOptions()))
print(*job.files(), job.fault)
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w") as archive:
    for file in STARTER.rglob("*.*"):
        archive.write(file, file.relative_to(STARTER))
done(CheckJob(packed.getvalue())).raise_problems()
"""


def test_its_processes_find_it(away: Path) -> None:
    assert ran(away, "-c", JOBS, program="python").split() == ["iranian-land-corridor.geojson"]


@contextmanager
def serving(away: Path) -> Iterator[str]:
    with closing(create_server(("127.0.0.1", 0))) as free:
        port = str(free.getsockname()[1])
    settings = {"STREAMLIT_SERVER_PORT": port, "STREAMLIT_SERVER_HEADLESS": "true"}
    command = [str(away / SCRIPTS / "corridor-atlas"), "app"]
    with subprocess.Popen(command, cwd=away, env={**ENVIRONMENT, **settings}) as process:  # noqa: S603
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def test_its_app_starts_with_its_own_settings(away: Path) -> None:
    with serving(away) as url:
        ends = time.monotonic() + 60
        while True:
            try:
                with urlopen(f"{url}/_stcore/health", timeout=5) as answer:  # noqa: S310
                    assert answer.read() == b"ok"
                break
            except OSError:
                assert time.monotonic() < ends, "it doesn't answer"
                time.sleep(0.2)
        other = Request(url, headers={"Host": "example.invalid"})  # noqa: S310
        with pytest.raises(HTTPError, match="400"):  # its own .streamlit says who is answered
            urlopen(other, timeout=5)  # noqa: S310

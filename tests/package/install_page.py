"""What the tests of the package share: the blocks of commands in docs/install.md, and how they are run."""
import os
import re
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks():
    """The commands of each chapter that has some."""
    _, *parts = CHAPTER.split((SOURCE / "docs/install.md").read_text(encoding="utf-8"))
    found = {title: BLOCK.search(text) for title, text in zip(parts[::2], parts[1::2])}
    return {title: block[1] for title, block in found.items() if block}


def folder_of_sources(folder, build, compiler):
    """A place that looks like the folder of the sources with its build, so that commands write nowhere else; the
    environment in which `c++` is the compiler of that build."""
    for path in SOURCE.iterdir():
        if path.name not in {".git", "out"} and not path.name.startswith("build"):
            Path(folder, path.name).symlink_to(path)
    Path(folder, "build").symlink_to(build)
    programs = Path(folder, "out/programs")
    programs.mkdir(parents=True)
    Path(programs, "c++").symlink_to(compiler)
    return os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "CMAKE_GENERATOR": "Ninja",
                         "CXX": compiler}


def run(commands, folder, environment):
    """The standard output of a block; ends the test with all output where a command fails."""
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=folder, env=environment,
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{commands}{done.stdout}{done.stderr}")
    return done.stdout

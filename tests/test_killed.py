"""A build that is killed, whenever it is, leaves the last output whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# A process that replaces a folder with ever new content until it is killed: file k holds the number of its build.
CODE = """
import itertools, sys
from pathlib import Path
from kg.folder import replace_folder
for number in itertools.count(1):
    replace_folder(Path(sys.argv[1]), {"build.json": b"{}"} | {f"{k}/f.txt": b"%d" % number for k in range(60)})
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a POSIX system")
@pytest.mark.parametrize("after", [1, 2, 3, 5, 8])
def test_what_stands_is_one_build(tmp_path: Path, after: int) -> None:
    folder = tmp_path / "out"
    with subprocess.Popen(
        [sys.executable, "-c", CODE, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    from kg.folder import recover

    recover(folder)
    found = {file.read_bytes() for file in folder.rglob("f.txt")}
    assert len(found) == 1
    assert len(list(folder.rglob("f.txt"))) == 60

"""Progress is told of containers too: the share of them that is read counts."""

from __future__ import annotations

import io
from pathlib import Path

from kg.model import Input
from kg.progress import Reporter
from kg.read.unpack import pieces_of
from kg.settings import Settings


def test_a_table_moves_the_progress_row_by_row(tmp_path: Path) -> None:
    rows = "".join(f'Pool {number},"{"The council will repair the pool. " * 100}"\n' for number in range(50))
    (tmp_path / "a.csv").write_text(f"title,text\n{rows}", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The council will repair the pool this year.", encoding="utf-8")
    inputs = [Input(tmp_path / name, name, name) for name in ("a.csv", "b.txt")]
    told: list[tuple[str, float, int]] = []
    names = [name for _, name in pieces_of(inputs, Settings(), lambda *said: told.append(said))]
    assert names[:2] == ["a.csv__00002-pool-0", "a.csv__00003-pool-1"]
    shares = [done for _, done, _ in told]
    assert shares == sorted(shares)
    assert {of for _, _, of in told} == {2}
    assert any(0.3 < share < 0.7 for share in shares)
    assert told[-2:] == [("reading b.txt", 1, 2), ("", 2, 2)]


def test_away_from_a_terminal_it_is_plain_lines() -> None:
    stream = io.StringIO()
    with Reporter(stream) as reporter:
        reporter("reading a.csv", 0, 2)
        reporter("reading a.csv/00002-pool", 0.25, 2)
        reporter("writing", 0, 0)
    assert stream.getvalue().splitlines() == ["[1/2] reading a.csv", "[1/2, 25%] reading a.csv/00002-pool", "writing"]

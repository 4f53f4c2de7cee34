"""A Parquet file to records, by pyarrow (extra `parquet`). The names of the columns are line 1, the first row line 2."""

from __future__ import annotations

from io import BytesIO

from ojdsl.data.extras import MissingExtra
from ojdsl.data.table import SheetRecord, Table, as_text
from ojdsl.diagnostics.fact import Diagnostic, Position


def read_parquet(name: str, data: bytes) -> Table | Diagnostic | MissingExtra:
    """The table in a Parquet file; numbers are taken as their text, null as blank."""
    try:
        import pyarrow.parquet
    except ImportError:
        return MissingExtra("parquet")
    try:
        table = pyarrow.parquet.read_table(BytesIO(data))
        columns = [column.to_pylist() for column in table.columns]
        names = tuple(table.column_names)
    except Exception:  # any bytes may call themselves Parquet, and pyarrow says so in many ways
        return Diagnostic("OJ607", Position(name), {"format": "Parquet"})
    rows = zip(*columns, strict=True)
    records = (SheetRecord(name, line, tuple(map(as_text, row))) for line, row in enumerate(rows, start=2))
    return Table(SheetRecord(name, 1, names), records)

import sqlite3
from pathlib import Path


# region open
# In memory, or the file that `path` names. Tables are made where there are none at all.
def open_database(schema: Path, path: str | None = None) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:")
    db.row_factory = sqlite3.Row
    # Node's driver asks for this by itself. Python's does not: without it a book that is lent could be deleted.
    db.execute("PRAGMA foreign_keys = ON")
    if db.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
        db.executescript(schema.read_text())
    return db
# endregion

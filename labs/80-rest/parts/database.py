import sqlite3
from pathlib import Path


# region open
# SQLite keeps a number in each database that is the app's own: 0 as long as nobody set it.
def open_database(schema: Path, path: str | None = None) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:")
    db.row_factory = sqlite3.Row
    # Node's driver asks for this by itself. Python's does not: without it a book that is lent could be deleted.
    db.execute("PRAGMA foreign_keys = ON")
    if db.execute("PRAGMA user_version").fetchone()[0] == 0:
        db.executescript(schema.read_text())
    return db
# endregion

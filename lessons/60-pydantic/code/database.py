"""A database in memory, which all threads share: SQLite makes one for each connection, so there is one connection."""

from sqlalchemy import StaticPool, create_engine, text

engine = create_engine(
    "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
)
with engine.connect() as one, engine.connect() as another:
    one.execute(text("CREATE TEMPORARY TABLE shared (id INTEGER)"))
    assert another.execute(text("SELECT count(*) FROM shared")).scalar() == 0
    one.execute(text("DROP TABLE shared"))

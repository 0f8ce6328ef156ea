"""A table of users, in memory."""

from sqlalchemy import StaticPool, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# All threads share one connection: in SQLite a database in memory belongs to the connection that made it.
engine = create_engine(
    "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
)


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    email: Mapped[str] = mapped_column(primary_key=True)


Base.metadata.create_all(engine)
assert User.__table__.primary_key.columns.keys() == ["email"]

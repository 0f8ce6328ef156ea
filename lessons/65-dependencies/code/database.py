"""A table of users, in memory."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import StaticPool, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

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


def count_users() -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(User))


# Another thread finds the table that this one has made.
with ThreadPoolExecutor() as threads:
    assert threads.submit(count_users).result() == 0

"""What is different when queries are awaited: nothing is loaded by merely touching an attribute."""

import asyncio

import aiosqlite  # noqa: F401
from sqlalchemy import ForeignKey, select
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.id"))
    author: Mapped[Author] = relationship()


engine = create_async_engine("sqlite+aiosqlite://")


def is_refused(touch) -> bool:
    try:
        touch()
    except MissingGreenlet:
        return True
    return False


async def main():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)

    # A commit makes all attributes stale. To read one would be a query, which nobody awaits.
    async with AsyncSession(engine) as session:
        book = Book(title="Emma", author=Author(name="Jane Austen"))
        session.add(book)
        await session.commit()
        assert is_refused(lambda: book.title)
        await session.refresh(book)
        assert book.title == "Emma"

    async with AsyncSession(engine, expire_on_commit=False) as session:
        book = Book(title="The Time Machine", author=Author(name="H. G. Wells"))
        session.add(book)
        await session.commit()
        assert (book.id, book.title) == (2, "The Time Machine")

    # A lazy relationship is refused, one that the query has loaded is not.
    async with AsyncSession(engine) as session:
        book = await session.get(Book, 1)
        assert is_refused(lambda: book.author)
    async with AsyncSession(engine) as session:
        # region eager
        books = await session.scalars(select(Book).options(selectinload(Book.author)))
        # endregion
        assert [book.author.name for book in books] == ["Jane Austen", "H. G. Wells"]
    await engine.dispose()


asyncio.run(main())

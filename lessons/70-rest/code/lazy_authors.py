"""How many statements a list of books takes with SQLAlchemy, by how their authors are loaded."""

from sqlalchemy import ForeignKey, StaticPool, create_engine, event, select
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    joinedload,
    mapped_column,
    raiseload,
    relationship,
    selectinload,
)

engine = create_engine("sqlite://", poolclass=StaticPool)


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


Base.metadata.create_all(engine)
statements: list[str] = []


@event.listens_for(engine, "before_cursor_execute")
def note(_connection, _cursor, statement, *_rest):
    statements.append(statement)


def fill(books: int, authors: int):
    with Session(engine) as session:
        session.query(Book).delete()
        session.query(Author).delete()
        writers = [Author(name=f"author {number}") for number in range(authors)]
        session.add_all(
            Book(title=f"book {number}", author=writers[number % authors])
            for number in range(books)
        )
        session.commit()


def count_statements(*options) -> int:
    statements.clear()
    with Session(engine) as session:
        # region page
        books = session.scalars(select(Book).options(*options).order_by(Book.id).limit(50))
        page = [{"title": book.title, "author": book.author.name} for book in books]
        # endregion
    assert page[0] == {"title": "book 0", "author": "author 0"}
    assert len(page) == 50
    return len(statements)


# Touching a lazy relationship runs a query: one for the list and one for each author.
fill(books=80, authors=80)
assert count_statements() == 51
assert count_statements(joinedload(Book.author)) == 1
assert count_statements(selectinload(Book.author)) == 2
assert " IN (" in statements[1]

# The session keeps what it has loaded, so an author is asked for once.
fill(books=80, authors=1)
assert count_statements() == 2
fill(books=80, authors=5)
assert count_statements() == 6

# The same loop, with lazy loading forbidden, fails where the query is missing.
try:
    count_statements(raiseload(Book.author))
except Exception as error:
    assert "'Book.author' is not available due to lazy='raise'" in str(error)
else:
    raise AssertionError("raiseload let it pass")

# Values are parameters here too, unless text is pasted.
statements.clear()
with Session(engine) as session:
    assert session.scalars(select(Author).where(Author.name == "' OR '1'='1")).all() == []
assert "' OR" not in statements[0]

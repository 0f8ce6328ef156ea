BEGIN;

CREATE TABLE books (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  isbn TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  year INTEGER NOT NULL,
  copies INTEGER NOT NULL CHECK (copies >= 0),
  version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE loans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reader TEXT NOT NULL,
  book_id INTEGER NOT NULL REFERENCES books
);

INSERT INTO books (isbn, title, author, year, copies) VALUES
  ('9780000000019', 'Emma', 'Jane Austen', 1815, 2),
  ('9780000000026', 'Sense and Sensibility', 'Jane Austen', 1811, 1),
  ('9780000000033', 'Middlemarch', 'George Eliot', 1871, 1),
  ('9780000000040', 'Dracula', 'Bram Stoker', 1897, 3),
  ('9780000000057', 'The Time Machine', 'H. G. Wells', 1895, 2),
  ('9780000000064', 'The Invisible Man', 'H. G. Wells', 1897, 1),
  ('9780000000071', 'Kim', 'Rudyard Kipling', 1901, 0);

COMMIT;

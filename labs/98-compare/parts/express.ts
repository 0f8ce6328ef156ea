// The same API in Express, checked by hand: what `api-labs race compare` runs beside the lab.
import express from 'express';

// #region shows
const shows = [
  { id: 1, title: 'Hamlet', price_cents: 4500 },
  { id: 2, title: 'The Tempest', price_cents: 6000 },
  { id: 3, title: 'Macbeth', price_cents: 5200 },
];
const percentOff: Record<string, number> = { none: 0, student: 20, senior: 30 };
// #endregion

const app = express();
app.use(express.json());

// #region list
app.get('/shows', (request, response) => {
  const limit = Number.parseInt(String(request.query.limit ?? 10), 10);
  if (Number.isNaN(limit) || limit < 1 || limit > 20) {
    response.status(422).json({ detail: 'limit must be 1 to 20' });
    return;
  }
  response.json(shows.slice(0, limit));
});
// #endregion

// #region show
app.get('/shows/:show_id', (request, response) => {
  const show = shows.find(({ id }) => id === Number.parseInt(request.params.show_id, 10));
  if (show === undefined) {
    response.status(404).json({ detail: 'No such show' });
    return;
  }
  response.json(show);
});
// #endregion

// #region quote
app.post('/quotes', (request, response) => {
  const refuse = (detail: string, status = 422) => void response.status(status).json({ detail });
  const { show_id, name, discount = 'none', note = null } = request.body ?? {};
  const seats = Number.parseInt(request.body?.seats, 10);
  if (typeof name !== 'string' || name.length < 2 || name.length > 20) {
    return refuse('name must have 2 to 20 characters');
  }
  if (Number.isNaN(seats) || seats < 1 || seats > 10) return refuse('seats must be 1 to 10');
  const percent = percentOff[discount];
  if (percent === undefined) return refuse('discount must be none, student or senior');
  if (note !== null && (typeof note !== 'string' || note.length > 50)) {
    return refuse('note must be text of at most 50 characters');
  }
  const show = shows.find(({ id }) => id === show_id);
  if (show === undefined) return refuse('No such show', 404);
  const total_cents = (show.price_cents * seats * (100 - percent)) / 100;
  response.json({ show: show.title, name, seats, total_cents, note });
});
// #endregion

app.listen(Number(process.env.PORT), '127.0.0.1');

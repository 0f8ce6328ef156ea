// verdict: stuck
// says: POST /predict was not answered
export default async (request: Request) => fetch(request.url, { method: 'POST', body: await request.text() });

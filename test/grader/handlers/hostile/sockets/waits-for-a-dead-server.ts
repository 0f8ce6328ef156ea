// verdict: failed
// says: fetch failed
export default async () => fetch(`http://127.0.0.1:${process.env.SECOND_PORT}/`);

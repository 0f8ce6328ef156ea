// verdict: failed
// says: the headers of the reply are too long
export default () => {
  const headers = new Headers();
  for (let n = 0; n < 20_000; n++) headers.append(`x-header-${n}`, 'value');
  return Response.json({}, { headers });
};

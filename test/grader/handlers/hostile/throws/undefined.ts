// verdict: failed
// says: threw undefined, not an Error
export default async () => {
  throw undefined;
};

// verdict: failed
// says: AggregateError
export default () => Promise.any([Promise.reject(new Error('one')), Promise.reject(null)]);

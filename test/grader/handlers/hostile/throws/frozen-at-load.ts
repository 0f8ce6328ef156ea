// verdict: broken
// says: cold start
throw Object.freeze(new Error('cold start'));

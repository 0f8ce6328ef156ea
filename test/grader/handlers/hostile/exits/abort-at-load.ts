// verdict: broken
// says: ended by SIGABRT
process.abort();

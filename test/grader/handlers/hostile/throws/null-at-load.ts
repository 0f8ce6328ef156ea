// verdict: broken
// says: threw an error while it was loaded
throw null;

// verdict: broken
// says: ended the process: process.exit(1) was called
process.exit(1);

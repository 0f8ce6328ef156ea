// verdict: stuck
// deadline: 1.5
// says: did not start within
for (;;) console.log('loading');

// verdict: broken
// says: used up its memory
for (;;) console.log('loading');

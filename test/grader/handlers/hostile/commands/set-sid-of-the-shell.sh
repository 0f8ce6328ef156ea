// verdict: stuck
// deadline: 1.5
// run: setsid sleep 300
// says: Nothing answered at

// verdict: stuck
// deadline: 1.5
// run: yes flood
// says: Nothing answered at

// verdict: broken
// run: sleep 300 & exit 0
// says: without & or nohup

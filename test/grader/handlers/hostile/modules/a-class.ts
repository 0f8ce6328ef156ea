// verdict: broken
// says: exports a class
export default class App {}

// verdict: stuck
// says: POST /predict was not answered within
export default () => Response.json({ isWord: /^(\w+\s?)*$/.test(`${'a'.repeat(60)}!`) });

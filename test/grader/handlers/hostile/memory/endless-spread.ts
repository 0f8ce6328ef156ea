// verdict: broken
// says: used up its memory
function* numbers() {
  for (let n = 0; ; n++) yield n;
}
export default () => Response.json([...numbers()]);

// verdict: failed
// says: the body: expected
import answer from 'data:text/javascript,export default 5';

export default () => Response.json({ answer });

// verdict: broken
// says: threw an error while it was loaded
import { test } from 'vitest';

test('all checks', () => {});
export default () => Response.json({ feature1: 0 });

// verdict: failed
// says: no-such-package
export default async () => Response.json(await import('no-such-package' as string));

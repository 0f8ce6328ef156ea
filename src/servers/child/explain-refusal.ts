/** What Node's permission model refused, in words a learner can act on; undefined for other errors. */
export function explainRefusal(error: Error): string | undefined {
  if (!('code' in error) || error.code !== 'ERR_ACCESS_DENIED') return undefined;
  const permission = 'permission' in error ? String(error.permission) : '';
  const resource = 'resource' in error ? String(error.resource) : '';
  const where = resource === '' ? '' : ` (${resource})`;
  if (permission === 'ChildProcess') {
    return 'A handler may not start other programs while it is served here.';
  }
  if (permission === 'FileSystemWrite' || error.message.includes('fs.write')) {
    return `A handler may not write files while it is served here${where}.`;
  }
  if (permission === 'Inspector')
    return 'A handler may not open the inspector while it is served here.';
  return error.message.replace(/ Use --allow-\S+ to manage permissions\.$/, '');
}

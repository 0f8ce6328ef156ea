/** The system's code for a failure, such as `ENOSPC`; `UNKNOWN` when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    if (typeof error.code === 'string') return error.code;
  }
  return 'UNKNOWN';
}

/** What a failed read or write means for the learner, as the end of a sentence. */
export function explainFileFailure(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to use it';
    case 'ENOENT':
      return 'no folder can be made there';
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOTFILE':
      return 'something else is in its place';
    case 'ENAMETOOLONG':
      return 'the path is too long';
    default:
      return `the system says ${code}`;
  }
}

/** What is left of a file that was kept. */
export type SnapshotReading =
  | { kind: 'kept'; text: string }
  | { kind: 'missing' }
  /** Its content is not the one it was named by, or it cannot be read. */
  | { kind: 'damaged' };

/** How a kept file is named: by the start of its SHA-256. */
export const snapshotName = /^[0-9a-f]{16}$/;

/** Why the file of an attempt cannot be shown or put back, in a sentence. */
export function explainLoss(number: number | string, kind: 'missing' | 'damaged'): string {
  return kind === 'missing'
    ? `The file of attempt ${number} is gone from your data folder; only its verdict is left.`
    : `The file of attempt ${number} was changed or cut off on the disk and is not what you had.`;
}

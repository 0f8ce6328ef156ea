/**
 * ASCII text out of base64 as Python's `b64decode` reads it: other characters are skipped, and nothing is read behind
 * the padding. Undefined where Python refuses, and for bytes that are no ASCII.
 */
export function decodePythonBase64(encoded: string): string | undefined {
  if (!/^[\0-\x7f]*$/.test(encoded)) return undefined;
  let digits = '';
  let padding = 0;
  for (const letter of encoded) {
    const inGroup = digits.length % 4;
    if (letter === '=' && inGroup >= 2) {
      padding += 1;
      if (inGroup + padding >= 4) return decodeAscii(digits);
    } else if (/[A-Za-z0-9+/]/.test(letter)) {
      digits += letter;
      padding = 0;
    }
  }
  return digits.length % 4 === 0 ? decodeAscii(digits) : undefined;
}

function decodeAscii(digits: string): string | undefined {
  const bytes = Buffer.from(digits, 'base64');
  return bytes.every((byte) => byte < 128) ? bytes.toString('latin1') : undefined;
}

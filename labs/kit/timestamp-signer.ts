import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Signs text so that it can be read by everyone and changed by nobody without the key. */
export type TimestampSigner = {
  /** The text with the time and a signature behind it, parted by dots. */
  sign: (text: string) => string;
  /** The text again; undefined when it was changed, or is older than `maxAgeSeconds` or from the future. */
  unsign: (signed: string, maxAgeSeconds: number) => string | undefined;
};

/** A signer whose texts itsdangerous' TimestampSigner takes, and which takes those that it signed. */
export function createTimestampSigner(secretKey: string): TimestampSigner {
  const key = createHash('sha1').update(`itsdangerous.Signersigner${secretKey}`).digest();
  const signatureOf = (text: string) => createHmac('sha1', key).update(text).digest();

  return {
    sign: (text) => {
      const timed = `${text}.${writeTime(nowSeconds())}`;
      return `${timed}.${signatureOf(timed).toString('base64url')}`;
    },
    unsign: (signed, maxAgeSeconds) => {
      const [timed, signature] = splitAtLastDot(signed);
      const wanted = signatureOf(timed);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      const [text, time] = splitAtLastDot(timed);
      const ageSeconds = nowSeconds() - readTime(time);
      return ageSeconds >= 0 && ageSeconds <= maxAgeSeconds ? text : undefined;
    },
  };
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

function splitAtLastDot(text: string): [before: string, after: string] {
  const at = text.lastIndexOf('.');
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Whole seconds as bytes, the highest first and none that is zero at the front. */
function writeTime(seconds: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(seconds));
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0)).toString('base64url');
}

function readTime(text: string): number {
  return Number(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
}

import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const maxOutputLength = 16 * 1024 * 1024;

const methods = new Map([
  ['gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/** The bytes of a body as they were before `encoding`; as they came where that says nothing or is not true. */
export function unpack(bytes: Buffer, encoding = ''): Buffer {
  try {
    return methods.get(encoding.toLowerCase())?.(bytes, { maxOutputLength }) ?? bytes;
  } catch {
    return bytes;
  }
}

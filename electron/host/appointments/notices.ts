import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether a source signed what it says: the HMAC-SHA256 of the bytes as they came, in lower-case hexadecimal. */
export function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const right = createHmac('sha256', secret).update(body).digest()
  const shown = Buffer.from(/^[0-9a-f]{64}$/.test(signature) ? signature : '', 'hex')
  return shown.length === right.length && timingSafeEqual(shown, right)
}

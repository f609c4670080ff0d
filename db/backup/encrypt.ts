import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

// The age format (age-encryption.org/v1): any program that reads it opens an office's copies with its recovery key. What
// opens them here is `archive.ts`.

/** What closes a copy: the public half of the recovery key, or a passphrase. */
export type Lock = { readonly recipient: string } | { readonly passphrase: string }

/** A host starts without it: it is read with the first copy that is closed. */
const age = () => import('age-encryption')

/** Whether a public key can close a copy. */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await age()
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** Encrypts a stream of bytes for a recovery key or by a passphrase. */
export async function encrypted(bytes: Readable, lock: Lock): Promise<Readable> {
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  if ('recipient' in lock) encrypter.addRecipient(lock.recipient)
  else encrypter.setPassphrase(lock.passphrase)
  return flowing(await encrypter.encrypt(web(bytes)))
}

/** A new recovery key, and a text encrypted for it, in the armoured form of age. */
export async function sealedText(
  text: string,
): Promise<{ readonly recovery: string; readonly copy: string }> {
  const { armor, Encrypter, generateIdentity, identityToRecipient } = await age()
  const recovery = await generateIdentity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(recovery))
  return { recovery, copy: armor.encode(await encrypter.encrypt(text)) }
}

// Node's web streams and those that the library's types name are the same objects.
export const web = (bytes: Readable) =>
  Readable.toWeb(bytes) as unknown as globalThis.ReadableStream<Uint8Array>
/** The bytes of a web stream, as Node reads them. */
export const flowing = (stream: unknown) => Readable.fromWeb(stream as ReadableStream<Uint8Array>)

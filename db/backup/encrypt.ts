import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import { BackupError } from './errors.ts'

// The age format (age-encryption.org/v1): any program that reads it opens an office's copies with its recovery key.

/** What closes a copy: the public half of the recovery key, or a passphrase. */
export type Lock = { readonly recipient: string } | { readonly passphrase: string }
/** What opens it: the recovery key as it was printed (`AGE-SECRET-KEY-…`), or the passphrase. */
export type Opener = string

/** A host starts without it: it is read with the first copy that is closed or opened. */
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

/** The same bytes, encrypted. */
export async function encrypted(bytes: Readable, lock: Lock): Promise<Readable> {
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  if ('recipient' in lock) encrypter.addRecipient(lock.recipient)
  else encrypter.setPassphrase(lock.passphrase)
  return flowing(await encrypter.encrypt(web(bytes)))
}

/**
 * The bytes of an encrypted copy, in clear.
 * @throws BackupError when this opener doesn't open it
 */
export async function decrypted(bytes: Readable, opener: Opener): Promise<Readable> {
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  const trimmed = opener.trim()
  try {
    if (/^age-secret-key-/i.test(trimmed)) decrypter.addIdentity(trimmed.replaceAll(/\s/g, '').toUpperCase())
    else decrypter.addPassphrase(trimmed)
    return flowing(await decrypter.decrypt(web(bytes)))
  } catch (cause) {
    bytes.destroy()
    throw new BackupError(backups.wrongKey, cause)
  }
}

/** The first line of every file in the format. */
export const ageHeader = Buffer.from('age-encryption.org/v1')

// Node's web streams and those that the library's types name are the same objects.
const web = (bytes: Readable) => Readable.toWeb(bytes) as unknown as globalThis.ReadableStream<Uint8Array>
const flowing = (stream: unknown) => Readable.fromWeb(stream as ReadableStream<Uint8Array>)

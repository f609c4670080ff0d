import { keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { keyOf, readKeyFile, type OfficeKey } from '../office/key.ts'
import type { IssuingOffice } from './stored.ts'

/**
 * The secret key of a folder, to seal what is made from it; or why there is none, in French. Never makes one: a folder
 * that was copied without its key can still be read.
 * @throws StartError when the key's file can't be read
 */
export function ownKey(folder: string, office: IssuingOffice): OfficeKey | string {
  const kept = readKeyFile(folder)
  if (kept === undefined) return documentCli.noSecret
  if ('protected' in kept) return keyTrouble.protectedHere
  const key = keyOf(kept.ed25519)
  return key.publicKey === office.publicKey ? key : documentCli.otherSecret
}

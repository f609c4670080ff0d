import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentCli } from '../../../shared/messages/verification.fr.ts'
import { officeKey, type OfficeKey } from '../key.ts'
import type { IssuingOffice } from './stored.ts'

/**
 * The secret key of a folder, to seal what is made from it; or why there is none, in French. Never makes one: a folder
 * that was copied without its key can still be read.
 * @throws StartError when the key's file can't be read
 */
export function ownKey(folder: string, office: IssuingOffice): OfficeKey | string {
  if (!existsSync(join(folder, 'office.key'))) return documentCli.noSecret
  const key = officeKey(folder)
  return key.publicKey === office.publicKey ? key : documentCli.otherSecret
}

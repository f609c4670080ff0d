import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivate } from '../../core/privateFiles.ts'
import { listFile, signerFile } from './store.ts'
import { readTrustedList, type TrustedList, TrustedListError } from './trustedList.ts'

/**
 * Puts a trusted list in a folder of trust. The first time, its signer must be named by fingerprint, which a person
 * has compared with the one that ANTS publishes; afterwards only that signer's lists, and none older, are taken.
 * @param signer SHA-256 of the signing certificate in hexadecimal, or undefined when one was retained already
 * @throws TrustedListError with the sentence to show: the list in the folder stays
 */
export function importTrustedList(folder: string, xml: string, signer: string | undefined): TrustedList {
  const list = readTrustedList(xml)
  const pin = join(folder, signerFile)
  const retained = signer ?? (existsSync(pin) ? readFileSync(pin, 'utf8').trim() : undefined)
  if (retained === undefined)
    throw new TrustedListError(
      `La liste est signée par « ${list.signer.name} », d’empreinte ${list.signer.fingerprint}. Comparez-la à celle que publie l’ANTS, puis donnez-la avec --signer.`,
    )
  if (plain(retained) !== list.signer.fingerprint)
    throw new TrustedListError(
      `La liste est signée par « ${list.signer.name} » (${list.signer.fingerprint}), qui n’est pas le signataire retenu.`,
    )
  const kept = join(folder, listFile)
  if (issuedAtOf(kept) > list.issuedAt)
    throw new TrustedListError('La liste en place est plus récente : elle est gardée.')
  mkdirSync(folder, { recursive: true })
  writePrivate(kept, xml)
  writePrivate(pin, `${list.signer.fingerprint}\n`)
  return list
}

/** When the list in place was issued; one that is not there, or is spoilt, gives way to any. */
function issuedAtOf(file: string): number {
  try {
    return readTrustedList(readFileSync(file, 'utf8')).issuedAt
  } catch {
    return Number.NEGATIVE_INFINITY
  }
}

const plain = (fingerprint: string): string => fingerprint.replaceAll(/[:\s]/g, '').toLowerCase()

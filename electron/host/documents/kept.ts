import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto'
import { DocumentSeal, type IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { codePayload, firstPayload } from '../../../shared/documents/code.ts'
import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { shortCodeOf } from '../../../shared/documents/seal.ts'
import { flawWords } from '../../../shared/messages/documents/verification.fr.ts'
import { canonicalWriter } from './canonicalText.ts'
import type { Checked, Flaw, Check } from './checking.ts'

/** What was counted on the way. */
export type KeptCount = { documents: number; erased: number; signatures: number }

/** What is kept of each document is what was sealed: facts, salt, code and short code; its signature when it is asked. */
export function followKept({ db, office, signatures }: Checked, count: KeptCount): Check {
  const value = db
    .prepare("select value from personal where office_id = ? and kind = 'document' and id = ?")
    .pluck()
  const canonical = canonicalWriter()
  const raw = Buffer.from(office.publicKey, 'base64url')
  const key = signatures ? createPublicKey(publicKeyPem(office.publicKey)) : undefined

  const check = (text: string, seal: DocumentSeal): string | undefined => {
    const kept = parsed(text)
    if (kept === undefined) return flawWords.unreadable
    if (!sameSeal(kept.seal, seal)) return flawWords.seal
    if (hash('sha256', kept.salt + canonical(kept.facts), 'hex') !== seal.commitment) return flawWords.facts
    if (kept.shortCode !== shortCodeOf(seal.hash)) return flawWords.shortCode
    const payload = [codePayload, firstPayload]
      .map((signed) => signed(kept.facts, seal, office.officeId, raw))
      .find((signed) => kept.code === `${signed}|${seal.signature}`)
    if (payload === undefined) return flawWords.code
    if (key === undefined) return undefined
    count.signatures += 1
    return isSigned(payload, seal.signature, key) ? undefined : flawWords.signature
  }

  const follow = (seal: DocumentSeal): Flaw | undefined => {
    count.documents += 1
    const text = value.get(office.officeId, seal.documentId) as string | undefined
    if (text === undefined) {
      count.erased += 1
      return undefined
    }
    const why = check(text, seal)
    return why === undefined ? undefined : { number: seal.number, why }
  }

  /** Facts that no event of the journal answers for. */
  const strays = (): Flaw | undefined => {
    const stray = db
      .prepare(
        `select p.id, p.value from personal p where p.kind = 'document'
         and not exists (select 1 from documents d where d.office_id = p.office_id and d.document_id = p.id)`,
      )
      .raw()
      .get() as readonly [id: string, value: string] | undefined
    return stray && { number: parsed(stray[1])?.seal.number ?? stray[0], why: flawWords.factsNotInJournal }
  }

  return {
    event: ({ event }) => (event.type === 'documentIssued' ? follow(event.data) : undefined),
    end: strays,
  }
}

const sealKeys = Object.keys(DocumentSeal.shape) as (keyof DocumentSeal)[]

/** @param seal of the journal, with what else its event says */
const sameSeal = (kept: DocumentSeal, seal: DocumentSeal): boolean =>
  Object.keys(kept).length === sealKeys.length && sealKeys.every((key) => kept[key] === seal[key])

/** The row as a document; its parts are compared one by one after that, so its shape alone is looked at. */
function parsed(text: string): IssuedDocument | undefined {
  try {
    const document: unknown = JSON.parse(text)
    if (typeof document !== 'object' || document === null) return undefined
    const { facts, seal, salt } = document as Partial<IssuedDocument>
    const whole =
      typeof facts === 'object' && typeof seal === 'object' && seal !== null && typeof salt === 'string'
    return whole ? (document as IssuedDocument) : undefined
  } catch {
    return undefined
  }
}

/** Node's Ed25519, a hundred times faster than noble's. */
const isSigned = (payload: string, signature: string, key: KeyObject): boolean =>
  verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'))

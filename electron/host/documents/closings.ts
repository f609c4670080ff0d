import { createPublicKey, verify } from 'node:crypto'
import type { Seq } from '../../../shared/contract/ids.ts'
import type { ClosingFault, DocumentsClosing } from '../../../shared/contract/documents/closings.ts'
import { shortCodeOf } from '../../../shared/documents/seal.ts'
import { verifyClosings } from '../../../shared/documents/closings.ts'
import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { lastSeals } from '../../../shared/domain/backup/numbers.ts'
import type { Reading, Tables } from '../reading.ts'

const page = 50

type Flaw = Pick<DocumentsClosing, 'period' | 'name'> & { readonly why: ClosingFault }

/** The closings, the latest first, and whether all of them hold against the documents that there are. */
export const listDocumentClosings: Reading<'document.closings'> = async ({ before }, { journal, office }) => {
  const all = await journal.documents.closings({})
  const from = before === undefined ? 0 : all.findIndex(({ seq }) => seq < before)
  const shown = from < 0 ? [] : all.slice(from, from + page)
  const codes = new Map<Seq, string>()
  for (const { seq } of shown) {
    const [hash] = await journal.hashes((seq - 1) as Seq, seq)
    if (hash !== undefined) codes.set(seq, shortCodeOf(hash))
  }
  return {
    closings: shown.map(({ seq, closing: { period, name, series, count, perpetual } }) => ({
      seq,
      code: codes.get(seq) ?? '',
      period,
      name,
      series,
      count,
      perpetual,
    })),
    more: from >= 0 && all.length > from + page,
    flaw:
      (await chainFlaw(
        { journal, office },
        all.map(({ closing }) => closing),
      )) ??
      unsigned(
        shown.map(({ closing }) => closing),
        office.publicKey,
      ),
  }
}

/** @param latestFirst every closing that there is */
async function chainFlaw(
  { journal, office }: Pick<Tables, 'journal' | 'office'>,
  latestFirst: readonly DocumentsClosing[],
): Promise<Flaw | null> {
  const closings = latestFirst.toReversed()
  const ends = new Set(closings.flatMap(({ series }) => series.map(({ name, last }) => `${name}-${last}`)))
  const seals = await journal.documents.hashes([...ends])
  // Those that a restore lost are in no table: the journal says them where it was gone on with.
  const lost = office.resumptions.flatMap(({ documents }) => lastSeals(documents))
  const known = [...lost, ...(seals as Parameters<typeof verifyClosings>[1])]
  const found = verifyClosings(closings, known, null)
  return found.holds ? null : { period: found.period, name: found.name, why: found.why }
}

/** Node's Ed25519: fifty in a few milliseconds. */
function unsigned(closings: readonly DocumentsClosing[], publicKey: string): Flaw | null {
  if (closings.length === 0) return null
  const key = createPublicKey(publicKeyPem(publicKey))
  const forged = closings.find(
    ({ hash, signature }) => !verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64url')),
  )
  return forged ? { period: forged.period, name: forged.name, why: 'forged' } : null
}

import { hash } from 'node:crypto'
import { isSigned, signed, type Signer } from '../../../db/journal/signature.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import { evolveVersion } from '../../../shared/domain/evolve.ts'
import { freeze, thaw } from '../../../shared/domain/snapshot.ts'
import type { Office } from '../../../shared/domain/state.ts'

// A snapshot spares the reading of the journal, and decides numbers and rights as the journal does: the office's key signs it
// with the event after which it stands. One that is not signed so is not read.

type Kept = { readonly seq: Seq; readonly office: Office }

/** What is signed: the event by its hash, the program's own version, and the state. */
const said = (seq: Seq, event: string, state: string): Uint8Array =>
  Buffer.from(JSON.stringify([seq, event, evolveVersion, hash('sha256', state)]))

const hashOf = async (journal: Pick<Journal, 'hashes'>, seq: Seq): Promise<string> =>
  (await journal.hashes((seq - 1) as Seq, seq))[0] ?? ''

/** Keeps the office as it is after this event, in place of the snapshot before. */
export async function keepSnapshot(
  journal: Pick<Journal, 'hashes' | 'saveSnapshot'>,
  { seq, office }: Kept,
  signer: Signer,
): Promise<void> {
  const state = freeze(office)
  const { signature } = await signed('snapshot', said(seq, await hashOf(journal, seq), state), signer)
  await journal.saveSnapshot({ seq, evolveVersion, state: `${signature}\n${state}` })
}

/**
 * The snapshot of this program's `evolve` that the office's key signed of this very journal; undefined where there is none.
 * @param publicKey base64url; without it, the key that the journal's first event names
 */
export async function keptSnapshot(
  journal: Pick<Journal, 'hashes' | 'snapshot' | 'read'>,
  publicKey?: string,
): Promise<Kept | undefined> {
  const kept = await journal.snapshot()
  if (kept?.evolveVersion !== evolveVersion) return undefined
  const { seq, state: text } = kept
  const [, signature, state] = /^([A-Za-z0-9_-]{86})\n([^]*)$/.exec(text) ?? []
  const key = publicKey ?? (await keyNamed(journal))
  if (signature === undefined || state === undefined || key === undefined) return undefined
  const bytes = said(seq, await hashOf(journal, seq), state)
  return isSigned('snapshot', bytes, { publicKey: key, signature }) ? { seq, office: thaw(state) } : undefined
}

async function keyNamed(journal: Pick<Journal, 'read'>): Promise<string | undefined> {
  const [first] = await journal.read(0 as Seq, 1)
  return first?.event.type === 'officeCreated' ? first.event.data.publicKey : undefined
}

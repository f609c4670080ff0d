import { z } from 'zod'
import { KnownNumbers } from '../../shared/contract/backup/events.ts'
import { Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import { isSigned, type Signer } from './signature.ts'
import { LineMark, partsOf, signedLine } from './signedLine.ts'

// An anchor: how far the office's key signed, at some moment, that the journal went. It is kept where the journal is not, so
// that a journal that ends before it, or is another one under it, is seen.

/** Figures of each event's hash that an anchor repeats: enough to find the first that changed. */
const markLength = 6
/** Events whose marks an anchor keeps at most; past it, it keeps none. */
export const mostMarks = 5000

export const Anchor = z.strictObject({
  office: OfficeId,
  /** The journal's last event then, and its hash: it covers all those before. */
  seq: Seq,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: Instant,
  /** How many times the journal had been gone on with after a restore. */
  resumed: z.int().min(0),
  numbers: KnownNumbers,
  /** The beginning of each event's hash since the anchor before, the last one included. */
  marks: z
    .string()
    .regex(/^[0-9a-f]*$/)
    .max(markLength * mostMarks),
  /** The last line of the ledger beside the backups then; none before that ledger was signed, or where it has none. */
  ledger: LineMark.optional(),
})
export type Anchor = z.infer<typeof Anchor>

/** What an anchor repeats of these hashes. */
export const marksOf = (hashes: readonly string[]): string =>
  hashes.length > mostMarks ? '' : hashes.map((hash) => hash.slice(0, markLength)).join('')

/** The events that an anchor has marks of: each with its mark, in order. */
export const marked = ({
  seq,
  marks,
}: Anchor): readonly { readonly seq: number; readonly mark: string }[] => {
  const all = marks.match(new RegExp(`.{${markLength}}`, 'g')) ?? []
  return all.map((mark, at) => ({ seq: seq - all.length + 1 + at, mark }))
}

/** One line of a file of anchors: the signature, a space, then the very text that was signed. */
export async function anchorLine(anchor: Anchor, signer: Signer): Promise<string> {
  const text = JSON.stringify(Anchor.parse(anchor))
  return signedLine('anchor', text, signer)
}

/**
 * The anchor of a line; undefined when it is none, or when this key did not sign it: it then says nothing.
 * @param publicKey the office's, base64url of 32 bytes
 */
export function anchorIn(line: string, publicKey: string): Anchor | undefined {
  const said = saidIn(line)
  return said && isSigned('anchor', Buffer.from(said.text), { publicKey, signature: said.signature })
    ? said.anchor
    : undefined
}

/** What a whole line says, whichever key signed it: it proves nothing. */
export const claimIn = (line: string): Anchor | undefined => saidIn(line)?.anchor

function saidIn(line: string) {
  const parts = partsOf(line)
  if (parts === undefined) return undefined
  try {
    const anchor = Anchor.safeParse(JSON.parse(parts.text)).data
    return anchor && { ...parts, anchor }
  } catch {
    return undefined
  }
}

/** An anchor as it is read, and the line that says it. */
export type AnchorTold = { readonly anchor: Anchor; readonly line: string }

/** The anchor of a line as `anchorIn` reads it, with the line itself. */
export function toldIn(line: string, publicKey: string): AnchorTold | undefined {
  const anchor = anchorIn(line, publicKey)
  return anchor && { anchor, line }
}

/** Of two anchors, the one that says more: after more resumptions, then of a later event. */
export const furthest = (
  one: AnchorTold | undefined,
  other: AnchorTold | undefined,
): AnchorTold | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  return isAfter(other.anchor, one.anchor) ? other : one
}

const isAfter = (one: Anchor, other: Anchor): boolean =>
  one.resumed === other.resumed ? one.seq > other.seq : one.resumed > other.resumed

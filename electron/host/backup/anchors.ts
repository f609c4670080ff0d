import { backupsIn } from '../../../db/backup/before.ts'
import { lastMark } from '../../../db/backup/ledgerFile.ts'
import type { Head, Journal } from '../../../db/journal/port.ts'
import {
  anchorLine,
  furthest,
  marksOf,
  mostMarks,
  toldIn,
  type Anchor,
  type AnchorTold,
} from '../../../db/journal/anchor.ts'
import { appendAnchors, lastAnchor } from '../../../db/journal/anchorFile.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { numbersOf } from '../../../shared/domain/backup/numbers.ts'
import { resumedOf } from '../../../shared/domain/backup/backup.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { OfficeKey } from '../core/officeKey.ts'

/** How far this office's key signed that its journal went, and what signs it further. */
export type Anchors = {
  /** The anchor that says most, of all that this machine knows. */
  readonly last: () => Anchor | undefined
  /** The last anchor as its line in the file, for another machine of the office. */
  readonly line: () => string | null
  /** Signs how far the journal goes now, durably in the folder and beside the head; nothing where nothing came since. */
  readonly sign: (always?: boolean) => Promise<void>
  /** Signs how far the journal went as this host read it, though it is there no more: its numbers were given. */
  readonly signKnown: (head: Head) => Promise<void>
  /** An anchor that another machine of the office has: known from then on, where the office's key signed it. */
  readonly heard: (line: string) => Promise<Anchor | undefined>
}

export type AnchorsOptions = {
  readonly dir: string
  readonly journal: Pick<Journal, 'hashes' | 'anchor'>
  readonly key: OfficeKey
  readonly office: () => Office
  readonly seq: () => Seq
  readonly now: () => Instant
}

/** Reads the last anchors that the folder, its backups and the journal's own engine have. */
export async function startAnchors({
  dir,
  journal,
  key,
  office,
  seq,
  now,
}: AnchorsOptions): Promise<Anchors> {
  const kept = await journal.anchor?.last()
  const found = [
    await lastAnchor(dir, key.publicKey),
    await lastAnchor(backupsIn(dir), key.publicKey),
    kept === undefined ? undefined : toldIn(kept, key.publicKey),
  ]
  let last = found.reduce(furthest, undefined)
  let turn: Promise<unknown> = Promise.resolve()

  const keep = async (told: AnchorTold) => {
    await appendAnchors(dir, [told.line])
    last = told
  }

  const sign = async (always: boolean): Promise<void> => {
    // One moment of the office: its numbers are those of this event.
    const [at, of] = [seq(), office()]
    const resumed = resumedOf(of)
    if (of.officeId === null || at === 0) return
    const before = last?.anchor.resumed === resumed ? last.anchor.seq : undefined
    if (!always && before === at) return
    const follows = before !== undefined && before < at && at - before <= mostMarks
    const since = follows ? before : ((at - 1) as Seq)
    const hashes = await journal.hashes(since, at)
    const hash = hashes.at(-1)
    if (hash === undefined || hashes.length !== at - since) return
    await keepSigned({ seq: at, hash }, of, marksOf(hashes))
  }

  async function keepSigned(head: Head, of: Office, marks: string): Promise<void> {
    if (of.officeId === null) return
    const ledger = await lastMark(backupsIn(dir), key.publicKey)
    const anchor: Anchor = {
      office: of.officeId,
      seq: head.seq,
      hash: head.hash,
      at: now(),
      resumed: resumedOf(of),
      numbers: numbersOf(of),
      marks,
      ...(ledger === null ? {} : { ledger }),
    }
    const text = await anchorLine(anchor, key)
    const told = { anchor, line: text }
    await keep(told)
    // Another host of the office may have signed further.
    const beside = toldIn((await journal.anchor?.last()) ?? '', key.publicKey)
    if (furthest(beside, told) === told || beside?.anchor.seq === head.seq) await journal.anchor?.keep(text)
  }

  /** One at a time: each is marked from the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  return {
    last: () => last?.anchor,
    line: () => last?.line ?? null,
    sign: (always = false) => inTurn(() => sign(always)),
    signKnown: (head) => inTurn(() => keepSigned(head, office(), '')),
    heard: (text) =>
      inTurn(async () => {
        const told = toldIn(text, key.publicKey)
        if (told?.anchor.office !== office().officeId) return undefined
        if (furthest(last, told) === told) await keep(told)
        return told.anchor
      }),
  }
}

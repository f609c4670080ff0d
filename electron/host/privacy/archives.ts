import type { Journal } from '../../../db/journal/port.ts'
import { retention } from '../../../db/personal/retention.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { commandOf, type DomainCommand, type Input } from '../../../shared/contract/index.ts'
import { mostSlipRows, type ArchiveKind, type SlipFate } from '../../../shared/contract/privacy/archives.ts'
import { archiveKinds, proposedTerms } from '../../../shared/domain/privacy/archiveTerms.ts'
import { isForSlip, termOf, writtenBefore } from '../../../shared/domain/privacy/archives.ts'
import { rowKey } from '../../../shared/domain/privacy/limited.ts'
import type { OverRow, SlipSigner } from '../../../shared/domain/privacy/state.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { Reading } from '../reading.ts'
import { limitedRows } from './limited.ts'

/** Rows read at a time: one read is one page of a kind. */
const page = 1000

/**
 * The rows of a kind that may be on a slip of a fate now, the oldest first, so many at most.
 * @param among by `rowKey`: no other is given, and reading ends once each was seen
 */
async function overOf(
  journal: Journal,
  office: Office,
  {
    kind,
    fate,
    now,
    limit,
    among,
  }: {
    readonly kind: ArchiveKind
    readonly fate: SlipFate
    readonly now: Instant
    readonly limit: number
    readonly among?: ReadonlySet<string>
  },
): Promise<readonly OverRow[]> {
  const { months } = termOf(office, kind)
  // No row of this kind is ever on such a slip: none is read.
  if (months === null && kind !== 'closedFile') return []
  if (!hasFate(office, kind, fate)) return []
  const limited = await limitedRows(journal, office)
  const before = writtenBefore(months, now)
  // Without the office's own term, those alone to which their text gives one.
  const ended = months === null ? { endedBy: now } : {}
  const found: OverRow[] = []
  let after = { at: -1 as Instant, id: '' }
  let unseen = among?.size ?? Infinity
  for (;;) {
    const rows = await journal.archives.written({ kind, before, after, limit: page, ...ended })
    for (const row of rows) {
      const key = rowKey(kind, row.id)
      if (among && !among.has(key)) continue
      unseen -= 1
      const over = { ...row, limited: limited.has(key) }
      if (isForSlip(office, fate, over, now)) found.push(over)
      if (found.length === limit) return found
    }
    const last = rows.at(-1)
    if (!last || rows.length < page || unseen <= 0) return found
    after = { at: last.at, id: last.id }
  }
}

/** Whether any row of a kind could have this fate: of a kind that the archives take whole, those that they took alone are destroyed. */
function hasFate(office: Office, kind: ArchiveKind, fate: SlipFate): boolean {
  const { withheld, handed } = office.archives
  const own = termOf(office, kind).fate
  return fate === 'transfer'
    ? own === 'transfer' || !withheld.isEmpty()
    : own !== 'transfer' || !handed.isEmpty()
}

/** The public archives that a command may list, hand over or eliminate; none for every other command. */
export async function namedArchives(
  journal: Journal,
  office: Office,
  { name, input }: { readonly name: DomainCommand; readonly input: unknown },
  now: Instant,
): Promise<readonly OverRow[]> {
  if (!commandOf(name).names?.includes('archives') || office.settings === null) return []
  const { slip } = office.archives
  const fate = slip?.fate ?? (input as Partial<Input<'archives.drawSlip'>>).fate ?? 'elimination'
  const found: OverRow[] = []
  for (const kind of archiveKinds) {
    const among = slip?.rows.filter((row) => row.kind === kind).map(({ id }) => rowKey(kind, id))
    if (among?.length === 0) continue
    const limit = mostSlipRows - found.length
    if (limit === 0) break
    found.push(
      ...(await overOf(journal, office, {
        kind,
        fate,
        now,
        limit,
        ...(among ? { among: new Set(among) } : {}),
      })),
    )
  }
  return found
}

/** Terms, what is over, the slip that waits with who signed its visa, what was eliminated and what was handed over. */
export const getArchives: Reading<'archives.get'> = async (_asked, { journal, office, now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { slip, eliminated, transferred, terms } = office.archives
  const kinds = []
  for (const kind of archiveKinds) {
    const { term: proposed, minimum } = proposedTerms[kind]
    const count = async (fate: SlipFate) =>
      (await overOf(journal, office, { kind, fate, now, limit: mostSlipRows })).length
    const toTransfer = await count('transfer')
    const over = await count('elimination')
    const { why } = retention[kind]
    kinds.push({
      kind,
      term: termOf(office, kind),
      proposed,
      minimum,
      why,
      settled: terms.has(kind),
      over,
      toTransfer,
    })
  }
  const signer = slip?.visa
    ? ((await journal.personalRow('visa', slip.slipId)) as SlipSigner | undefined)
    : undefined
  return {
    office: office.settings.address.name,
    kinds,
    slip: slip && {
      ...slip,
      rows: [...slip.rows],
      visa: slip.visa && { ...slip.visa, by: signer?.by ?? '' },
    },
    eliminated: eliminated.toArray(),
    transferred: transferred.toArray(),
  }
}

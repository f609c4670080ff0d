import { Temporal } from 'temporal-polyfill'
import {
  mostSlipRows,
  type ArchiveKind,
  type ArchiveTerm,
  type SlipCount,
  type SlipFate,
} from '../../contract/privacy/archives.ts'
import type { Instant, SlipId } from '../../contract/ids.ts'
import type { Context, Decide, Decisions, Evolutions, Evolve } from '../decision.ts'
import { dateIn } from '../core/calendar/index.ts'
import { zoneOf, type Office } from '../state.ts'
import { archiveKinds, proposedTerms, termCounted } from './archiveTerms.ts'
import { rowKey } from './limited.ts'
import type { OverRow, Slip } from './state.ts'

/** The office's own term of a kind, else the one proposed; one settled below the least that is allowed counts as that. */
export const termOf = ({ archives }: Pick<Office, 'archives'>, kind: ArchiveKind): ArchiveTerm =>
  termCounted(kind, archives.terms.get(kind) ?? proposedTerms[kind].term)

/** The latest instant at which a row whose term is over now was written; months of UTC. */
export const writtenBefore = (months: number | null, now: Instant): Instant =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('UTC')
    .subtract({ months: months ?? 0 }).epochMilliseconds as Instant

/** A kind's row has had the office's term, never less than the least, and its procedure's. */
function isOver(
  office: Office,
  kind: ArchiveKind,
  { at, until }: Pick<OverRow, 'at' | 'until'>,
  now: Instant,
): boolean {
  const { months } = termOf(office, kind)
  // A procedure's text holds, whatever the office says; without either, nobody knows the term and it never ends.
  if (months === null && until === null) return false
  const before = writtenBefore(months ?? proposedTerms[kind].minimum, now)
  return at <= before && (until === null || until <= now)
}

/** Whether a row's term is over, and that of its file, which is ended, and nobody asked that the row be kept. */
function isFinished(office: Office, row: OverRow, now: Instant): boolean {
  const { kind, fileId, file, limited } = row
  if (limited) return false
  if (fileId !== null && (office.files.has(fileId) || office.limited.has(fileId))) return false
  if (file !== null && !isOver(office, 'closedFile', file, now)) return false
  return isOver(office, kind, row, now)
}

/** Whether the archives keep it: all of its kind, or since they withheld it from an elimination. */
const isTheirs = (office: Office, { kind, id }: Pick<OverRow, 'kind' | 'id'>): boolean =>
  termOf(office, kind).fate === 'transfer' || office.archives.withheld.has(rowKey(kind, id))

/**
 * Whether a row may be on a slip of this fate: over, and for the archives to have and not yet handed to them, or for nobody to
 * keep. What was handed to them is a copy here: it may be eliminated.
 */
export function isForSlip(office: Office, fate: SlipFate, row: OverRow, now: Instant): boolean {
  const handed = office.archives.handed.has(rowKey(row.kind, row.id))
  const kept = isTheirs(office, row) && !handed
  return (fate === 'transfer' ? kept : !kept) && isFinished(office, row, now)
}

/** What rows add up to: by kind, how many, from when to when. */
export const countsOf = (rows: readonly Pick<OverRow, 'kind' | 'at'>[]): readonly SlipCount[] =>
  archiveKinds.flatMap((kind) => {
    const dates = rows.filter((row) => row.kind === kind).map(({ at }) => at)
    if (dates.length === 0) return []
    const [from, to] = [Math.min(...dates), Math.max(...dates)] as [Instant, Instant]
    return [{ kind, count: dates.length, from, to }]
  })

const setTerm: Decide<'archives.setTerm'> = (office, { kind, term }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { minimum } = proposedTerms[kind]
  if (term.months !== null && minimum !== null && term.months < minimum) return { refusal: 'keptTooShort' }
  return { events: [{ type: 'archiveTermSet', data: { kind, term } }], output: {} }
}

const drawSlip: Decide<'archives.drawSlip'> = (office, { fate }, { now, newId, archives = [] }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (office.archives.slip !== null) return { refusal: 'slipWaiting' }
  const rows = archives
    .filter((row) => isForSlip(office, fate, row, now))
    .slice(0, mostSlipRows)
    .map(({ kind, id, ref, at }) => ({ kind, id, ref, at }))
  if (rows.length === 0) return { refusal: fate === 'transfer' ? 'nothingToTransfer' : 'nothingOver' }
  const [slipId, number] = [newId() as SlipId, office.archives.last + 1]
  return {
    events: [{ type: 'slipDrawn', data: { slipId, fate, number, rows } }],
    output: { slipId, number, count: rows.length },
  }
}

/** The slip that waits, when it is the one named. */
const slipNamed = ({ archives: { slip } }: Office, slipId: SlipId): Slip | null =>
  slip?.slipId === slipId ? slip : null

const withdrawSlip: Decide<'archives.withdrawSlip'> = (office, { slipId }) => {
  const slip = slipNamed(office, slipId)
  if (!slip) return { refusal: 'unknownSlip' }
  return {
    events: [{ type: 'slipWithdrawn', data: { slipId } }],
    output: {},
  }
}

const recordVisa: Decide<'archives.recordVisa'> = (office, { slipId, by, ...visa }, { now }) => {
  const slip = slipNamed(office, slipId)
  if (!slip) return { refusal: 'unknownSlip' }
  const zone = zoneOf(office)
  if (visa.on < dateIn(zone, slip.drawnAt) || visa.on > dateIn(zone, now)) return { refusal: 'visaMisdated' }
  const unknown = visa.withheld.filter((rank) => rank > slip.rows.length)
  if (unknown.length > 0) return { refusal: 'unknownSlipLine', details: unknown.map(String) }
  const withheld = [...new Set(visa.withheld)].toSorted((a, b) => a - b)
  return {
    events: [{ type: 'slipVisaRecorded', data: { slipId, ...visa, withheld } }],
    personal: [{ op: 'put', kind: 'visa', id: slipId, value: { by }, at: now }],
    output: {},
  }
}

/** The rows of a slip that the archives let go. */
const letGo = ({ rows, visa }: Slip) => {
  const withheld = new Set(visa?.withheld)
  return rows.filter((_, index) => !withheld.has(index + 1))
}

/** What is done of a slip under its visa: its rows that are still over, and how many are left. */
function carriedOut(office: Office, slip: Slip, { now, archives = [] }: Pick<Context, 'now' | 'archives'>) {
  if (slip.visa === null) return null
  const over = new Set(
    archives.filter((row) => isForSlip(office, slip.fate, row, now)).map(({ kind, id }) => rowKey(kind, id)),
  )
  const allowed = letGo(slip)
  const done = allowed.filter(({ kind, id }) => over.has(rowKey(kind, id)))
  const { slipId, number, visa } = slip
  const rows = done.map(({ kind, id }) => ({ kind, id }))
  return {
    data: { slipId, number, visaNumber: visa.visaNumber, on: visa.on, counts: countsOf(done), rows },
    left: allowed.length - done.length,
  }
}

const eliminate: Decide<'archives.eliminate'> = (office, { slipId }, context) => {
  const slip = slipNamed(office, slipId)
  if (!slip) return { refusal: 'unknownSlip' }
  if (slip.fate !== 'elimination') return { refusal: 'slipOfTransfer' }
  const done = carriedOut(office, slip, context)
  if (done === null) return { refusal: 'slipWithoutVisa' }
  const { data, left } = done
  return {
    events: [{ type: 'archivesEliminated', data }],
    personal: data.rows.map((row) => ({ op: 'drop', ...row }) as const),
    output: { eliminated: data.rows.length, left },
  }
}

const transfer: Decide<'archives.transfer'> = (office, { slipId }, context) => {
  const slip = slipNamed(office, slipId)
  if (!slip) return { refusal: 'unknownSlip' }
  if (slip.fate !== 'transfer') return { refusal: 'slipOfElimination' }
  const done = carriedOut(office, slip, context)
  if (done === null) return { refusal: 'slipWithoutVisa' }
  const { data, left } = done
  return {
    events: [{ type: 'archivesTransferred', data }],
    output: { transferred: data.rows.length, left },
  }
}

const evolveArchives: Evolve = (office, { at, event }) => {
  const { archives } = office
  const after = (change: Partial<Office['archives']>): Office => ({
    ...office,
    archives: { ...archives, ...change },
  })
  switch (event.type) {
    case 'archiveTermSet':
      return after({ terms: archives.terms.set(event.data.kind, event.data.term) })
    case 'slipDrawn':
      return after({ slip: { ...event.data, drawnAt: at, visa: null }, last: event.data.number })
    case 'slipWithdrawn':
      return after({ slip: null })
    case 'slipVisaRecorded': {
      const { slipId, ...visa } = event.data
      return archives.slip?.slipId === slipId ? after({ slip: { ...archives.slip, visa } }) : office
    }
    case 'archivesEliminated': {
      const { slipId, number, visaNumber, on, counts } = event.data
      const slip = slipNamed(office, slipId)
      const kept = slip?.visa?.withheld.flatMap((rank) => slip.rows[rank - 1] ?? []) ?? []
      return after({
        slip: slip ? null : archives.slip,
        // A restore does an elimination again: its slip is counted once.
        eliminated: archives.eliminated
          .filter((one) => one.number !== number)
          .unshift({ number, at, visaNumber, on, counts: [...counts] }),
        withheld: archives.withheld.concat(kept.map(({ kind, id }) => rowKey(kind, id))),
        last: Math.max(archives.last, number),
      })
    }
    case 'archivesTransferred': {
      const { slipId, number, visaNumber, on, counts, rows } = event.data
      return after({
        slip: archives.slip?.slipId === slipId ? null : archives.slip,
        transferred: archives.transferred.unshift({ number, at, visaNumber, on, counts: [...counts] }),
        handed: archives.handed.concat(rows.map(({ kind, id }) => rowKey(kind, id))),
      })
    }
    default:
      return undefined
  }
}

/** Each command of public archives, and what decides it. */
export const archivesDecisions = {
  'archives.setTerm': setTerm,
  'archives.drawSlip': drawSlip,
  'archives.withdrawSlip': withdrawSlip,
  'archives.recordVisa': recordVisa,
  'archives.eliminate': eliminate,
  'archives.transfer': transfer,
} satisfies Decisions

/** Each event of public archives, and what it changes in the office. */
export const archivesEvolutions = {
  archiveTermSet: evolveArchives,
  slipDrawn: evolveArchives,
  slipWithdrawn: evolveArchives,
  slipVisaRecorded: evolveArchives,
  archivesEliminated: evolveArchives,
  archivesTransferred: evolveArchives,
} satisfies Evolutions

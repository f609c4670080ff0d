import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../contract/canonical.ts'
import type { ClosingFault, DocumentsClosing } from '../contract/documents/closings.ts'
import type { DocumentSeal } from '../contract/documents/issued.ts'
import { fromBase64url } from './base64url.ts'
import { firstPrevious } from './seal.ts'

type Period = DocumentsClosing['period']

/** SHA-256 in hex of the canonical JSON of what a closing says, without its hash and its signature. */
export const closingHash = ({
  period,
  name,
  series,
  count,
  perpetual,
  previous,
}: Omit<DocumentsClosing, 'hash' | 'signature'>): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson({ period, name, series, count, perpetual, previous }))))

/** The date, month or year of a closing's name; `2026-03-03.2` completes `2026-03-03`, which was opened again. */
export const closedOn = (name: string): string => name.split('.')[0] ?? name

/** Which closing of that date, month or year this is: 1 for the first. */
const rankOf = (name: string): number => Number(name.split('.')[1] ?? 1)

/** The name of what comes after `last`: dates never go back, and what completes a date says so. */
export function nameAfter(last: string | undefined, date: string): string {
  if (last === undefined || date > closedOn(last)) return date
  return `${closedOn(last)}.${rankOf(last) + 1}`
}

export type ClosingsVerdict =
  | { readonly holds: true; readonly count: number }
  | { readonly holds: false; readonly period: Period; readonly name: string; readonly why: ClosingFault }

/** What the closings of a period have covered so far: each series' last number and its seal's hash. */
type Covered = {
  readonly name: string
  readonly hash: string
  readonly perpetual: number
  readonly series: ReadonlyMap<string, { readonly last: number; readonly hash: string }>
}

/** What each period adds up, and how much of a date is its name. */
const below: Readonly<Record<Period, { readonly of: Period | null; readonly length: number }>> = {
  day: { of: null, length: 10 },
  month: { of: 'day', length: 7 },
  year: { of: 'month', length: 4 },
}

/**
 * Checks the closings of an office's documents, in the order of its journal: each is what was hashed and signed, follows
 * the one before, leaves no number out and counts none twice; days make months, months make years, and all make the perpetual total.
 * @param publicKey the office's Ed25519 key, base64url of 32 bytes; null leaves signatures unchecked
 */
export function verifyClosings(
  closings: readonly DocumentsClosing[],
  seals: readonly Pick<DocumentSeal, 'number' | 'hash'>[],
  publicKey: string | null,
): ClosingsVerdict {
  const hashes = new Map(seals.map(({ number, hash }) => [number as string, hash]))
  const covered = new Map<Period, Covered>()
  for (const closing of closings) {
    const { period, name } = closing
    const why = fault(closing, covered, hashes, publicKey)
    if (why !== null) return { holds: false, period, name, why }
    covered.set(period, after(covered.get(period), closing))
  }
  return { holds: true, count: closings.length }
}

const after = (before: Covered | undefined, closing: DocumentsClosing): Covered => ({
  name: closing.name,
  hash: closing.hash,
  perpetual: closing.perpetual,
  series: new Map([
    ...(before?.series ?? []),
    ...closing.series.map(({ name, last, hash }) => [name, { last, hash }] as const),
  ]),
})

function fault(
  closing: DocumentsClosing,
  covered: ReadonlyMap<Period, Covered>,
  seals: ReadonlyMap<string, string>,
  publicKey: string | null,
): ClosingFault | null {
  const { period, name, series, count, perpetual } = closing
  const before = covered.get(period)
  if (closing.hash !== closingHash(closing)) return 'altered'
  if (publicKey !== null && !isSigned(closing, publicKey)) return 'forged'
  if (closing.previous !== (before?.hash ?? firstPrevious)) return 'unlinked'
  if (name !== nameAfter(before?.name, closedOn(name))) return 'name'
  const follows = series.every(
    (one, at) =>
      one.first === (before?.series.get(one.name)?.last ?? 0) + 1 &&
      one.last >= one.first &&
      (at === 0 || (series[at - 1]?.name ?? '') < one.name) &&
      seals.get(`${one.name}-${one.last}`) === one.hash,
  )
  if (!follows) return 'series'
  const sum = series.reduce((total, { first, last }) => total + last - first + 1, 0)
  if (count !== sum || perpetual !== (before?.perpetual ?? 0) + count) return 'totals'
  const { of, length } = below[period]
  if (of === null) return leavesNoneOpen(closing, covered) ? null : 'missing'
  const parts = covered.get(of)
  if (parts === undefined || closedOn(parts.name).slice(0, length) !== closedOn(name)) return 'missing'
  return sameAs(after(before, closing), parts) ? null : 'totals'
}

/** A month is closed before the first day of another, a year before the first day of another. */
function leavesNoneOpen({ name }: DocumentsClosing, covered: ReadonlyMap<Period, Covered>): boolean {
  const day = covered.get('day')
  if (day === undefined) return true
  return (['month', 'year'] as const).every((period) => {
    const { length } = below[period]
    const last = closedOn(day.name).slice(0, length)
    const closed = covered.get(period)
    if (closedOn(name).slice(0, length) === last) return true
    return closed !== undefined && closedOn(closed.name) === last && closed.perpetual === day.perpetual
  })
}

/** Whether both have covered the same numbers of the same series. */
const sameAs = (one: Covered, other: Covered): boolean =>
  one.perpetual === other.perpetual &&
  one.series.size === other.series.size &&
  [...other.series].every(([name, { last, hash }]) => {
    const same = one.series.get(name)
    return same?.last === last && same.hash === hash
  })

function isSigned({ hash, signature }: DocumentsClosing, publicKey: string): boolean {
  const [key, signed] = [fromBase64url(publicKey), fromBase64url(signature)]
  if (key?.length !== 32 || signed?.length !== 64) return false
  try {
    return ed25519.verify(signed, utf8ToBytes(hash), key, { zip215: false })
  } catch {
    return false
  }
}

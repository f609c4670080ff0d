import { median } from '../../shared/identity/pace.ts'

// A badge's code says nothing by itself: a reader is told from a hand by its pace alone, and no code or passphrase may
// be taken for one. Readers are sold with 0.5 to 80 ms between two keys.

/** Milliseconds at most between two keys of one reading. */
const together = 100
/** Milliseconds that a reader, or a busy machine, may take to end what it read. */
const ending = 150
/** Four keys so close are no hand's: the fastest are above 25 ms. */
const fast = 20
/** Eight keys so close are none either: two fingers roll over a few keys, and never over so many. */
const quick = 55
/** Milliseconds a key, of the slowest readers. */
const slowest = 90
/** Milliseconds between the shorter and the longer gaps of a reader, over ten keys, where no text is typed. */
const steady = 16
/**
 * Milliseconds between the shortest and the longest gap of a reader where a text is typed, over eight keys or, at a hand's
 * pace, over twelve: of fast hands (80 ms ± 12, 150 words a minute) one text in 2,000 is so steady, and one in four was by
 * the rule above.
 */
const steadier = 12

/** The keys of one reading, or of a hand, so far: `gaps` are in milliseconds. */
export type Burst = { readonly text: string; readonly gaps: readonly number[]; readonly last: number }

export const noBurst: Burst = { text: '', gaps: [], last: Number.NEGATIVE_INFINITY }

/** The burst with one key more, which begins another where it comes late. @param at milliseconds */
export const withKey = (burst: Burst, sign: string, at: number): Burst =>
  at - burst.last > together
    ? { text: sign, gaps: [], last: at }
    : { text: burst.text + sign, gaps: [...burst.gaps, at - burst.last], last: at }

/**
 * A reader typed these: what follows them is a badge's too, and goes nowhere else.
 * @param inText a name or a passphrase is typed there: what a hand types must not be taken away from it
 */
export function isReader({ gaps }: Burst, { inText = false } = {}): boolean {
  const sorted = gaps.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0
  if (gaps.length >= 3 && at(1) <= fast) return true
  if (inText && at(1) - at(0) > steadier) return false
  if (gaps.length >= 7 && at(1) <= quick) return true
  if (gaps.length < (inText ? 11 : 9) || median(gaps) > slowest) return false
  return at(0.9) - at(0.1) <= steady
}

/**
 * What an Enter ends: a badge; `unsure`, a few keys that a hand may have typed; null of a lone Enter.
 * @param at milliseconds
 */
export function endOf(
  burst: Burst,
  { at, inText = false }: { readonly at: number; readonly inText?: boolean },
): 'badge' | 'unsure' | null {
  if (burst.text.length < 4 || at - burst.last > ending) return null
  return isReader(burst, { inText }) ? 'badge' : 'unsure'
}

/**
 * How long a figure waits to be known for a badge's first or not, in milliseconds: as long as the slowest reader's next key may
 * take, since the rest would go to the code of whom it chooses; no longer than a hand's next key where nobody has a badge.
 */
export const patience = (badges: boolean): number => (badges ? together : 60)

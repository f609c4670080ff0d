import { holdFor } from './pace.ts'
import type { Scan } from './scans.ts'
import type { WedgeKey, WedgeTexts } from './wedgeTexts.ts'

// What telling a scanner from a hand holds between two keys, and what it gives.

export type WedgeOptions = {
  /** Milliseconds at most between two keys of a scanner. */
  readonly gap: number
  /** Milliseconds at most that a reader waits between two lines of a zone. */
  readonly betweenLines: number
  /** Milliseconds that a key waits, to be known for a scanner's or not (`holdFor`). */
  readonly hold: number
  /** What a scanner that can't send a control character sends instead, by the key's name. */
  readonly controls: Readonly<Record<string, string>>
}

/** A scanner of the trade, of which nothing is known yet: 0.5 to 80 ms a key; F8 in the place of GS is a usual setting. */
export const usualWedge: WedgeOptions = {
  gap: 100,
  betweenLines: 150,
  hold: holdFor([]),
  controls: { F8: '\u001D' },
}

/**
 * - `may`: how it begins, a document may; its keys wait, outside of a field.
 * - `tail`: it comes after a scan that was cut, and may be its rest.
 * - `sure`: nobody writes this by hand; all of it is held back.
 * - `rest`: a machine types it, and it is no document from its beginning; all of it is held back.
 */
export type Burst = 'may' | 'tail' | 'sure' | 'rest'

/** What the detector remembers between two keys. */
export type WedgeState = {
  /** The burst under way, from its first key; empty when none is. */
  readonly keys: readonly WedgeKey[]
  readonly is: Burst
  /** Milliseconds between its keys. */
  readonly gaps: readonly number[]
  /** So many of its first keys went on their way. */
  readonly shown: number
  /**
   * Nothing came for a while, and it was let go. A key that was typed at once after its last and is heard late, on a
   * machine that is busy, still belongs to it.
   */
  readonly over: boolean
  /** The scan that it was given as already: what had no end of its own may have a rest that is heard late. */
  readonly told: string | null
  /** What the burst says, by keyboard. */
  readonly texts: WedgeTexts
  /** The figures of `Alt` + keypad, while they come. */
  readonly alt: string
  /** The last key, whatever it was: what follows it at once is of the same burst. */
  readonly lastAt: number
  /** The last keys that went on their way as typing, each at once after the one before. */
  readonly run: readonly WedgeKey[]
  /** When a scan was last cut, and its pace. */
  readonly cut: { readonly at: number; readonly pace: number } | null
}

export const quietWedge: WedgeState = {
  keys: [],
  is: 'may',
  gaps: [],
  shown: 0,
  over: false,
  told: null,
  texts: ['', '', ''],
  alt: '',
  lastAt: Number.NEGATIVE_INFINITY,
  run: [],
  cut: null,
}

/** How a scanner types, as a scan showed it. */
export type WedgeManner = {
  /** Milliseconds a key. */
  readonly pace: number
  /** The keyboard that it believes to type on: this machine's, or another. */
  readonly layout: 'host' | 'american' | 'french' | 'exchanged'
  readonly end: 'enter' | 'tab' | 'none'
}

/** What a burst was. `shown`: so many of its first keys went on their way, and are to be taken back. */
export type WedgeOutcome =
  | { readonly scan: Scan; readonly shown: number; readonly manner: WedgeManner }
  /** A machine typed it, and it is no whole document. `rest`: of one whose beginning was not seen, or was said already. */
  | { readonly cut: { readonly rest: boolean }; readonly shown: number }
  /** Keys that were held back, in their order: they are typing, and go on their way now. */
  | { readonly released: readonly WedgeKey[] }

export type WedgeStep = {
  readonly state: WedgeState
  /** What the keys before this one were, to be handled before it goes on its way. */
  readonly before: WedgeOutcome | null
  /** The key goes on its way, or is held back. */
  readonly key: 'pass' | 'hold'
}

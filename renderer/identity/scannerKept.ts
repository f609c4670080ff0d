import { z } from 'zod'
import type { WedgeManner } from '../../shared/identity/wedge.ts'

// How the scanner of this station types, learnt from what it read: kept by this station alone, without anything read.

const place = 'guichet:scanner'
/** So many of the last scans tell its pace. */
const remembered = 9

const Paces = z.array(z.number().min(0).max(1000)).max(remembered)

/** The last paces, in milliseconds a key; none where nothing was read here, or where this browser keeps nothing. */
export function pacesKept(): readonly number[] {
  try {
    const read = Paces.safeParse(JSON.parse(localStorage.getItem(place) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    // A browser may refuse its storage, or hold another text there: the usual pace serves.
    return []
  }
}

/** Learns from one more scan. @returns the paces known from now on */
export function learnPace({ pace }: WedgeManner): readonly number[] {
  const paces = [...pacesKept(), Math.round(pace * 10) / 10].slice(-remembered)
  try {
    localStorage.setItem(place, JSON.stringify(paces))
  } catch {
    // Learnt anew at the next start.
  }
  return paces
}

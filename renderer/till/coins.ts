import { wordsIn } from '../../shared/contract/letters.ts'
import { faces, type Coins } from '../../shared/contract/till/books.ts'
import { readCount } from '../ui/amounts.ts'

/** How many of each note and coin, as typed; what is not there is none. */
export type Counted = Readonly<Partial<Record<(typeof faces)[number], string>>>

const most = 100_000

/** How many of one were counted; undefined when what is typed is no number. */
export const countOf = (counted: Counted, face: (typeof faces)[number]): number | undefined => {
  const text = counted[face] ?? ''
  return wordsIn(text) === '' ? 0 : readCount(text, 0, most)
}

/** All of it in cents; undefined while something typed is no number. */
export function totalOf(counted: Counted): number | undefined {
  const counts = faces.map((face) => countOf(counted, face))
  return counts.some((count) => count === undefined)
    ? undefined
    : faces.reduce((sum, face, at) => sum + face * (counts[at] ?? 0), 0)
}

/** As the contract has it: what was not counted is not named. */
export const coinsOf = (counted: Counted): Coins =>
  faces.map((face) => ({ face, count: countOf(counted, face) ?? 0 })).filter(({ count }) => count > 0)

import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { hiddenIn } from '../../../shared/domain/privacy/hiding.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { givenBySums } from './elimination.ts'

// The secrecy of a table with its margins, against whoever solves its sums.

const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 80 }))
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([lines, columns]) =>
    fc.array(fc.array(size, { minLength: columns, maxLength: columns }), {
      minLength: lines,
      maxLength: lines,
    }),
  )

const total = (line: readonly number[]) => line.reduce((all, people) => all + people, 0)
const whole = (cells: readonly (readonly number[])[]) => {
  const lines = cells.map((line) => [...line, total(line)])
  return [...lines, lines[0]!.map((_, column) => total(lines.map((line) => line[column]!)))]
}

/** The unknown cells that the sums of the table give, of those that go unsaid. */
function solved(hidden: ReturnType<typeof hiddenIn>): readonly number[] {
  const unknowns = hidden.flatMap((line, at) => line.flatMap((cell, column) => (cell ? [[at, column]] : [])))
  const [lastLine, lastColumn] = [hidden.length - 1, hidden[0]!.length - 1]
  const sums: number[][] = [
    ...hidden.map((_, line) =>
      unknowns.map(([at, column]) => (at === line ? (column === lastColumn ? -1 : 1) : 0)),
    ),
    ...hidden[0]!.map((_, column) =>
      unknowns.map(([line, at]) => (at === column ? (line === lastLine ? -1 : 1) : 0)),
    ),
  ]
  return givenBySums(sums)
}

property.prop([tables])('no cell from one to four people is said, a total no more than another', (cells) => {
  const hidden = hiddenIn(cells)
  whole(cells).forEach((line, at) =>
    line.forEach((people, column) =>
      expect(hidden[at]![column] === 'few').toBe(people > 0 && people < smallest),
    ),
  )
})

property.prop([tables])(
  'no cell that goes unsaid is given back by the sums of those that are said',
  (cells) => {
    expect(solved(hiddenIn(cells))).toEqual([])
  },
)

property.prop([tables])('a total that is said is never that of cells under the threshold alone', (cells) => {
  const hidden = hiddenIn(cells)
  const turned = hidden[0]!.map((_, column) => hidden.map((line) => line[column]!))
  for (const line of [...hidden, ...turned]) {
    const some = line.slice(0, -1).filter((cell) => cell !== null)
    if (line.at(-1) === null && some.length > 0) expect(some).toContain('beside')
  }
})

const manyOrNobody = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: smallest, max: 80 })), { minLength: 3, maxLength: 3 }),
  { minLength: 1, maxLength: 5 },
)
property.prop([manyOrNobody])('a table where nobody is few says everything', (cells) => {
  expect(new Set(hiddenIn(cells).flat())).toEqual(new Set([null]))
})

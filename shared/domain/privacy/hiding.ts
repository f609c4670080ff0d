import { smallest } from './smallGroups.ts'

// Statistical secrecy of a table whose margins are said too: a cell of few people goes unsaid, and others with it, until
// nothing that is said gives one back. The method is that of public statistics (Insee, « Manuel de protection des
// tableaux »: primary secrecy, then secondary).

/** `few`: the cell is under the threshold. `beside`: it is not, and would tell of one that is. */
export type Hidden = 'few' | 'beside'

type Table = readonly (readonly number[])[]
type Place = { readonly line: number; readonly column: number }

const sum = (line: readonly number[]): number => line.reduce((all, people) => all + people, 0)

/** The table with its totals, as last line and last column. */
function withTotals(cells: Table): Table {
  const lines = cells.map((line) => [...line, sum(line)])
  const columns = lines[0]?.length ?? 0
  return [
    ...lines,
    Array.from({ length: columns }, (_, column) => sum(lines.map((line) => line[column] ?? 0))),
  ]
}

/**
 * Which cells of a table go unsaid, by line and column: those of fewer people than the threshold, none excepted, then as
 * many others as it takes, the smallest first, so that no line or column, nor several together, gives one back. The totals
 * are cells like others.
 * @param cells the counts without their totals, lines of one length
 * @param foot what another table says of the last line, the totals of the columns: it is kept as it is
 * @returns the same table with its totals as last line and last column: null where the count may be said
 */
export function hiddenIn(
  cells: Table,
  foot?: readonly (Hidden | null)[],
): readonly (readonly (Hidden | null)[])[] {
  const table = withTotals(cells)
  const hidden: (Hidden | null)[][] = table.map((line) =>
    line.map((people) => (people > 0 && people < smallest ? 'few' : null)),
  )
  if (foot) hidden[table.length - 1] = [...foot]
  hideBeside(table, hidden, foot ? table.length - 1 : table.length)
  return hidden
}

/** Hides more cells until none is told, above the line from which they are fixed. */
function hideBeside(table: Table, hidden: (Hidden | null)[][], fixed: number): void {
  const lines = table.map((_, line) => line)
  const columns = (table[0] ?? []).map((_, column) => column)
  const across = lines.map((line): readonly Place[] => columns.map((column) => ({ line, column })))
  const down = columns.map((column): readonly Place[] => lines.map((line) => ({ line, column })))
  const isUnsaid = ({ line, column }: Place) => hidden[line]![column] !== null
  /** An empty cell tells the least: it goes last. */
  const size = ({ line, column }: Place) => table[line]![column] || Infinity
  const hideLeast = (places: readonly Place[]): boolean => {
    const [place] = places
      .filter((one) => !isUnsaid(one) && one.line < fixed)
      .toSorted((one, other) => size(one) - size(other))
    if (place) hidden[place.line]![place.column] = 'beside'
    return place !== undefined
  }
  /** Of one alone, the line tells it; of several under the threshold, their sum that is said tells nearly each. */
  const isTold = (places: readonly Place[]): boolean => {
    const there = places.filter(isUnsaid)
    if (there.length < 2) return there.length === 1
    return !isUnsaid(places.at(-1)!) && there.every(({ line, column }) => hidden[line]![column] === 'few')
  }
  for (let more = true; more;) {
    more = [...across, ...down].filter((places) => isTold(places) && hideLeast(places)).length > 0
    more ||= bridges(across.flat().filter(isUnsaid), table.length).some(({ line, column }) =>
      hideLeast([...across[line]!, ...down[column]!]),
    )
  }
}

/**
 * The cells that follow from the others: lines and columns being the points of a graph and the cells that go unsaid what
 * joins two of them, those by which alone two parts of it hold together (Tarjan, 1974).
 */
function bridges(unsaid: readonly Place[], lines: number): readonly Place[] {
  const joined = new Map<number, { readonly to: number; readonly place: Place }[]>()
  const join = (from: number, to: number, place: Place) =>
    void (joined.get(from)?.push({ to, place }) ?? joined.set(from, [{ to, place }]))
  for (const place of unsaid) {
    join(place.line, lines + place.column, place)
    join(lines + place.column, place.line, place)
  }
  const order = new Map<number, number>()
  const found: Place[] = []
  /** The earliest point that is reached from here, by another way than the one by which it was. */
  const earliest = (point: number, by: Place | null): number => {
    const mine = order.size
    order.set(point, mine)
    let low = mine
    for (const { to, place } of joined.get(point) ?? []) {
      if (place === by) continue
      const seen = order.get(to)
      const reached = seen ?? earliest(to, place)
      if (seen === undefined && reached > mine) found.push(place)
      low = Math.min(low, reached)
    }
    return low
  }
  for (const point of joined.keys()) if (!order.has(point)) earliest(point, null)
  return found
}

import { smallest } from './smallGroups.ts'

// Statistical secrecy of a table whose margins are said too: a cell of few people goes unsaid, and others with it, until
// nothing that is said gives one back. The method is that of public statistics (Insee, « Manuel de protection des
// tableaux »: primary secrecy, then secondary).

/** `few`: the cell is under the threshold. `beside`: it is not, and would tell of one that is. */
export type Hidden = 'few' | 'beside'

type Table = readonly (readonly number[])[]
type Place = { readonly line: number; readonly column: number }
/** One line or one column of the table. */
type Row = (place: Place) => boolean

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
 * @returns the same table with its totals as last line and last column: null where the count may be said
 */
export function hiddenIn(cells: Table): readonly (readonly (Hidden | null)[])[] {
  const table = withTotals(cells)
  const hidden: (Hidden | null)[][] = table.map((line) =>
    line.map((people) => (people > 0 && people < smallest ? 'few' : null)),
  )
  for (let more = beside(table, hidden); more !== undefined; more = beside(table, hidden))
    hidden[more.line]![more.column] = 'beside'
  return hidden
}

/** The next cell to leave unsaid so that none is told; undefined once none is. */
function beside(table: Table, hidden: readonly (readonly (Hidden | null)[])[]): Place | undefined {
  const [lastLine, lastColumn] = [table.length - 1, (table[0]?.length ?? 1) - 1]
  const all = table.flatMap((cells, line) => cells.map((people, column) => ({ line, column, people })))
  const unsaid = all.filter(({ line, column }) => hidden[line]![column] !== null)
  // An empty cell tells the least: it goes last.
  const said = all
    .filter(({ line, column }) => hidden[line]![column] === null)
    .toSorted((one, other) => (one.people || Infinity) - (other.people || Infinity))
  /** Of one alone, the line tells it; of several under the threshold, their sum that is said tells nearly each. */
  const isTold = (row: Row, isTotal: Row): boolean => {
    const there = unsaid.filter(row)
    if (there.length < 2) return there.length === 1
    return !there.some(isTotal) && there.every(({ line, column }) => hidden[line]![column] === 'few')
  }
  const rowsOf = ({ line, column }: Place): readonly Row[] => [
    (place) => place.line === line,
    (place) => place.column === column,
  ]
  for (const place of unsaid) {
    const [across, down] = rowsOf(place) as [Row, Row]
    const more =
      (isTold(across, ({ column }) => column === lastColumn) ? said.find(across) : undefined) ??
      (isTold(down, ({ line }) => line === lastLine) ? said.find(down) : undefined)
    if (more) return more
  }
  for (const place of bridges(unsaid, table.length)) {
    const rows = rowsOf(place)
    const more = said.find((one) => rows.some((row) => row(one)))
    if (more) return more
  }
  return undefined
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

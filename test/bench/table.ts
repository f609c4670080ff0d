import { decimal, type Row, type Spread } from './measure.ts'

const heads = ['mesure', 'Guichet', 'nu', 'rapport', 'but', ''] as const

/** The rows of each part under its title, in columns. Durations are written p50 / p95 / p99. */
export function tableOf(
  parts: readonly { readonly title: string; readonly rows: readonly Row[]; readonly trouble?: string }[],
): string {
  const cells = parts.map(({ rows }) => rows.map(cellsOf))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.flat().map((row) => row[column]!.length)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column > 3 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  const out = [line(heads), '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))]
  for (const [index, { title, rows, trouble }] of parts.entries()) {
    out.push('', title)
    if (trouble) out.push(`  pas mesuré : ${trouble}`)
    for (const [at, row] of rows.entries()) {
      out.push(line(cells[index]![at]!))
      if (row.note) out.push(`    ${row.note}`)
    }
  }
  return out.join('\n')
}

const cellsOf = ({ what, unit, ours, bare, ratio, goal, ok }: Row): readonly string[] => [
  `  ${what}`,
  figure(ours, unit),
  bare === null ? '' : figure(bare, unit),
  ratio === null ? '' : `${decimal(ratio)} ×`,
  goal ?? '',
  ok === null ? '' : ok ? 'ok' : 'MANQUÉ',
]

const figure = (value: Spread | number, unit: string): string =>
  typeof value === 'number'
    ? `${decimal(value)} ${unit}`
    : `${[value.p50, value.p95, value.p99].map(decimal).join(' / ')} ${unit}`

/** How many goals are met, then those that are missed and the parts that measured nothing, one a line. */
export function goalsOf(
  parts: readonly { readonly title: string; readonly rows: readonly Row[]; readonly trouble?: string }[],
): string {
  const goals = parts.flatMap(({ title, rows }) =>
    rows.flatMap((row) => (row.ok === null ? [] : [{ title, row, ok: row.ok }])),
  )
  const missed = goals.filter(({ ok }) => !ok)
  const silent = parts.filter(({ trouble }) => trouble !== undefined)
  return [
    `\nButs : ${goals.length - missed.length} tenus sur ${goals.length}.`,
    ...missed.map(({ title, row }) => {
      const [, ours, , ratio, goal] = cellsOf(row)
      return `  manqué : ${title} · ${row.what} : ${[ours, ratio, goal].filter(Boolean).join(', ')}`
    }),
    ...silent.map(({ title, trouble }) => `  pas mesuré : ${title} : ${trouble}`),
  ].join('\n')
}

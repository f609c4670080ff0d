// A small drawing of what a town costs as it grows: one line a cost, the number of offices along the foot.

export type Line = { readonly name: string; readonly points: readonly (readonly [number, number])[] }

const width = 640
const height = 320
const edge = 56

/** Both scales are of powers of ten: from one office to hundreds, from tenths to thousands. @returns an SVG document */
export function curveOf(title: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points)
  const scale = (values: readonly number[], from: number, to: number) => {
    const logs = values.map((value) => Math.log10(Math.max(value, 0.1)))
    const low = Math.floor(Math.min(...logs))
    const high = Math.max(low + 1, Math.ceil(Math.max(...logs)))
    const at = (value: number) =>
      from + ((Math.log10(Math.max(value, 0.1)) - low) / (high - low)) * (to - from)
    return { at, marks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)) }
  }
  const x = scale(
    all.map(([offices]) => offices),
    edge,
    width - 150,
  )
  const y = scale(
    all.map(([, value]) => value),
    height - edge,
    32,
  )
  const text = (at: readonly [number, number], said: string, anchor = 'middle') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}">${said}</text>`
  const dashes = ['', '6 3', '2 3', '10 3 2 3']
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#1d1c1a" role="img" aria-label="${title}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text([edge, 18], title, 'start'),
    ...y.marks.map(
      (mark) =>
        `<path d="M${edge} ${y.at(mark).toFixed(1)}H${width - 150}" stroke="#dcd8d0"/>${text([edge - 8, y.at(mark) + 4], String(mark), 'end')}`,
    ),
    ...x.marks.map((mark) => text([x.at(mark), height - edge + 20], String(mark))),
    text([(edge + width - 150) / 2, height - 16], 'offices'),
    ...lines.flatMap(({ name, points }, index) => {
      const last = points.at(-1) ?? [1, 1]
      const path = points.map(([offices, value]) => `${x.at(offices).toFixed(1)} ${y.at(value).toFixed(1)}`)
      return [
        `<path d="M${path.join('L')}" fill="none" stroke="#0b5a63" stroke-width="2" stroke-dasharray="${dashes[index] ?? ''}"/>`,
        text([x.at(last[0]) + 8, y.at(last[1]) + 4], name, 'start'),
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'

/** One point: a band from `low` to `high`, and a line; null where nothing is known. In the same unit. */
export type CurvePoint = {
  readonly x: number
  readonly low: number | null
  readonly high: number | null
  readonly line: number | null
}

export type Drawn = {
  readonly points: readonly CurvePoint[]
  readonly xText: (x: number) => string
  /** In CSS pixels, its axes' labels included. */
  readonly height: number
}

/** A label every so many pixels at least. */
const labelRoom = 72

/**
 * A band and a line over time, drawn still: no animation, no hover, nothing that the table beside it doesn't say.
 * Colours are the page's tokens, read again when the light changes.
 */
export function CurveDrawing({ points, xText, height }: Drawn) {
  const box = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const place = box.current
    const ink = probe.current
    if (!place || !ink) return
    let drawn: uPlot | null = null
    const draw = () => {
      drawn?.destroy()
      drawn = null
      const width = place.clientWidth
      if (width > 0)
        drawn = new uPlot(
          optionsOf({ width, height, points, xText, colours: coloursOf(ink) }),
          dataOf(points),
          place,
        )
    }
    const resized = new ResizeObserver(draw)
    resized.observe(place)
    // The canvas draws with what is loaded: once more when the page's own letters are.
    document.fonts.addEventListener('loadingdone', draw)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', draw)
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      resized.disconnect()
      document.fonts.removeEventListener('loadingdone', draw)
      theme.disconnect()
      dark.removeEventListener('change', draw)
      drawn?.destroy()
    }
  }, [height, points, xText])
  return (
    <>
      <span ref={probe} hidden />
      <div ref={box} style={{ height }} />
    </>
  )
}

const dataOf = (points: readonly CurvePoint[]): uPlot.AlignedData => [
  points.map(({ x }) => x),
  points.map(({ low }) => low),
  points.map(({ high }) => high),
  points.map(({ line }) => line),
]

type Colours = { readonly [name in 'accent' | 'soft' | 'edge' | 'ink' | 'line']: string }

/** Tokens as the canvas wants them: it knows nothing of `light-dark()`. */
function coloursOf(probe: HTMLElement): Colours {
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  return {
    accent: read('--accent'),
    soft: read('--accent-soft'),
    edge: read('--accent-line'),
    ink: read('--ink-2'),
    line: read('--line'),
  }
}

/** Where a label stands, from the first point: those of points that are too near of the one before have no room. */
function labelsOf(points: readonly CurvePoint[], width: number): number[] {
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0]
  const room = ((last - first) * labelRoom) / width
  const found: number[] = []
  for (const { x } of points) if (found.length === 0 || x - found.at(-1)! >= room) found.push(x)
  return found
}

function optionsOf({
  width,
  height,
  points,
  xText,
  colours,
}: Drawn & { readonly width: number; readonly colours: Colours }): uPlot.Options {
  const font = `14px ${getComputedStyle(document.body).fontFamily}`
  const labelled = labelsOf(points, width)
  const none = { show: false }
  // One point draws no line: its ends are shown.
  const ends = points.length === 1 ? { show: true, size: 7, stroke: colours.edge } : none
  return {
    width,
    height,
    legend: none,
    cursor: none,
    padding: [8, 24, 0, 0],
    scales: {
      x: { time: false },
      y: { range: (_, __, most) => [0, Math.max(5, Math.ceil((most || 0) / 5) * 5)] },
    },
    axes: [
      {
        font,
        stroke: colours.ink,
        grid: none,
        ticks: none,
        splits: () => labelled,
        values: (_, splits) => splits.map(xText),
      },
      { font, stroke: colours.ink, grid: { stroke: colours.line, width: 1 }, ticks: none, size: 48, gap: 12 },
    ],
    bands: [{ series: [2, 1], fill: colours.soft }],
    series: [
      {},
      { stroke: colours.edge, width: 1, points: ends },
      { stroke: colours.edge, width: 1, points: ends },
      {
        stroke: colours.accent,
        width: 2.5,
        points: { show: true, size: 9, fill: colours.accent, stroke: colours.accent },
      },
    ],
  }
}

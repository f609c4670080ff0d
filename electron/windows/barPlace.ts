/** A rectangle of the screens, in logical pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** How wide the bar is, in logical pixels: the whole of it, or the few keys that matter. */
export const barWidths = { wide: 1280, short: 640 } as const
export type BarWidth = keyof typeof barWidths

/** The height of the bar, in logical pixels: its page is drawn for it and no other. */
export const barHeight = 56

const overlap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)

const within = (value: number, from: number, to: number): number => Math.max(from, Math.min(value, to))

/**
 * Where the bar goes: where it was left, whole on that screen; at the top of the first screen when it was never
 * moved, or when the screen where it was left is gone.
 * @param left where the person left it, or null
 * @param areas what each screen leaves to windows (without the task bar), the first screen first
 * @throws RangeError when there is no screen
 */
export function placeOfBar(
  left: { readonly x: number; readonly y: number } | null,
  width: BarWidth,
  areas: readonly Area[],
): Area {
  const wanted = barWidths[width]
  const [first] = areas
  if (!first) throw new RangeError('no screen to put the bar on')
  // Half of its height and its grip must be seen: less is a screen that it only touches.
  const seen = (area: Area, at: { readonly x: number; readonly y: number }) =>
    overlap(at.x, wanted, area.x, area.width) >= 100 &&
    overlap(at.y, barHeight, area.y, area.height) >= barHeight / 2
  const area = (left && areas.find((each) => seen(each, left))) ?? null
  if (left && area) {
    const fits = Math.min(wanted, area.width)
    return {
      x: within(left.x, area.x, area.x + area.width - fits),
      y: within(left.y, area.y, area.y + area.height - barHeight),
      width: fits,
      height: barHeight,
    }
  }
  const fits = Math.min(wanted, first.width)
  return { x: first.x + Math.round((first.width - fits) / 2), y: first.y, width: fits, height: barHeight }
}

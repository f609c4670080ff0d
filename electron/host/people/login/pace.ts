/** How often something may begin: by whom it is asked, and in all. */
export type Pace = { readonly may: (by: string) => boolean }

/** Within so many milliseconds, so many for one address, and for all. */
export const signInPace = { within: 180_000, each: 60, all: 180 }

/**
 * A sign-in that begins is kept until it ends: whoever begins without end would put others' out of the way.
 * @param now milliseconds that never go back
 */
export function startPace(
  { within, each, all }: typeof signInPace = signInPace,
  now: () => number = () => performance.now(),
): Pace {
  let begun: readonly { readonly by: string; readonly at: number }[] = []
  return {
    may: (by) => {
      begun = begun.filter(({ at }) => now() - at < within)
      if (begun.length >= all || begun.filter((one) => one.by === by).length >= each) return false
      begun = [...begun, { by, at: now() }]
      return true
    },
  }
}

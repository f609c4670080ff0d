/** What tells whether anyone can see the page: `document`. */
type Sight = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>

/** How long the views of one act take at most to come one after another, in milliseconds. */
const together = 100

/**
 * A reading that leaves a trace, asked for by each view that changes: it is made once for those that change together, and
 * not before someone sees the page.
 */
export function gatherReads(read: () => void, sight: Sight) {
  let isAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const make = () => {
    timer = undefined
    if (sight.visibilityState === 'hidden') return
    isAsked = false
    read()
  }
  const seen = () => {
    if (isAsked) timer ??= setTimeout(make, together)
  }
  sight.addEventListener('visibilitychange', seen)
  return {
    ask: () => {
      isAsked = true
      seen()
    },
    /** What was asked for and not made yet never is. */
    stop: () => {
      clearTimeout(timer)
      sight.removeEventListener('visibilitychange', seen)
    },
  }
}

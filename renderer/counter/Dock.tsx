import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { Panel } from './panels.ts'
import style from './Serving.module.css'

/** Room that a list needs to be read by rows beside a panel, in pixels: its head and two rows. */
const leastList = 112

/** Where the last piece ends in its list, in pixels from its top; 0 without any. */
function piecesEnd(list: HTMLElement): number {
  const last = [...list.querySelectorAll('[data-piece]')].at(-1)
  if (!last) return 0
  return last.getBoundingClientRect().bottom - list.getBoundingClientRect().top + list.scrollTop
}

/**
 * The list over what is asked of it: the question, a panel or the palette, one at a time, at the foot of the column. Neither
 * covers the other: the list scrolls in what is left, and folds to what is missing once it is less than two rows, or once it
 * does not stand whole beside the end that it leads to.
 */
export function Dock({
  list,
  panel,
  open,
  ending,
  onFold,
  children,
}: {
  readonly list: ReactNode
  /** What stands there, besides the question. */
  readonly panel: Panel
  /** A panel stands there: the list may fold. */
  readonly open: boolean
  /** The end of a request that lacks pieces is what stands there. */
  readonly ending: boolean
  readonly onFold: (folded: boolean) => void
  readonly children: ReactNode
}) {
  const folded = useRef(false)
  /** What the list's pieces take when it is not folded. */
  const whole = useRef(0)
  const ref = useCallback(
    (element: HTMLDivElement) => {
      const measure = () => {
        if (!folded.current) whole.current = piecesEnd(element)
        folded.current =
          open && element.clientHeight < (ending ? Math.max(leastList, whole.current) : leastList)
        onFold(folded.current)
      }
      const sizes = new ResizeObserver(measure)
      sizes.observe(element)
      measure()
      return () => sizes.disconnect()
    },
    [open, ending, onFold],
  )
  const dock = useRef<HTMLDivElement>(null)
  // On an enlarged page that scrolls whole, what a key opens may be out of sight.
  useEffect(() => {
    if (panel !== null) dock.current?.scrollIntoView({ block: 'nearest' })
  }, [panel])
  return (
    <>
      <div ref={ref} className={style.list}>
        {list}
      </div>
      <div ref={dock} className={style.dock}>
        {children}
      </div>
    </>
  )
}

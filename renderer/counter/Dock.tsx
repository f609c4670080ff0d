import { useCallback, type ReactNode } from 'react'
import style from './Serving.module.css'

/** Room that a list needs to be read by rows beside a panel, in pixels: its head and two rows. */
const leastList = 112

/**
 * The list over what is asked of it: the question, a panel or the palette, one at a time, at the foot of the column. Neither
 * covers the other: the list scrolls in what is left, and folds to what is missing once it is less than two rows.
 */
export function Dock({
  list,
  open,
  onFold,
  children,
}: {
  readonly list: ReactNode
  /** A panel stands there: the list may fold. */
  readonly open: boolean
  readonly onFold: (folded: boolean) => void
  readonly children: ReactNode
}) {
  const ref = useCallback(
    (element: HTMLDivElement) => {
      const measure = () => onFold(open && element.clientHeight < leastList)
      const sizes = new ResizeObserver(measure)
      sizes.observe(element)
      measure()
      return () => sizes.disconnect()
    },
    [open, onFold],
  )
  return (
    <>
      <div ref={ref} className={style.list}>
        {list}
      </div>
      <div className={style.dock}>{children}</div>
    </>
  )
}

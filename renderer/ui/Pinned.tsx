import { useCallback, useState, type CSSProperties, type ReactNode } from 'react'
import { classes } from './classes.ts'
import style from './Pinned.module.css'

/**
 * What stays in sight at the foot of a column that scrolls. While rows pass under it they fade, so that none is seen
 * cut in half and the eye knows that there are more.
 * @param raised as the column's, whose ground it takes
 */
export function Pinned({
  raised = false,
  className,
  children,
}: {
  readonly raised?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { ref, fade } = useFade()
  const room: CSSProperties & { readonly '--fade': string } = { '--fade': `${fade ?? 0}px` }
  return (
    <div
      ref={ref}
      style={room}
      className={classes(style.pinned, raised && style.raised, fade !== null && style.covers, className)}
    >
      {children}
    </div>
  )
}

/** As high as a row, in pixels. */
const row = 48

/**
 * How high the rows fade over a pinned element, in pixels; null while it covers none. The column's heading keeps its ink:
 * between it and a tall element there may be less than a row.
 */
function useFade() {
  const [fade, setFade] = useState<number | null>(null)
  const ref = useCallback((pinned: HTMLDivElement) => {
    const column = pinned.closest('section')
    const around = pinned.parentElement
    if (!column || !around) return () => {}
    const measure = () => {
      const before = pinned.previousElementSibling?.getBoundingClientRect().bottom ?? 0
      const { top } = pinned.getBoundingClientRect()
      const heading = column.querySelector('h2')?.getBoundingClientRect().bottom ?? 0
      setFade(before > top + 1 ? Math.max(0, Math.min(row, Math.round(top - heading))) : null)
    }
    const sizes = new ResizeObserver(measure)
    for (const each of [column, around, ...around.children]) sizes.observe(each)
    column.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      column.removeEventListener('scroll', measure)
    }
  }, [])
  return { ref, fade }
}

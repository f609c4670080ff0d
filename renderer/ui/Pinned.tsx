import { useCallback, useState, type ReactNode } from 'react'
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
  const { ref, covers } = useCovers()
  return (
    <div
      ref={ref}
      className={classes(style.pinned, raised && style.raised, covers && style.covers, className)}
    >
      {children}
    </div>
  )
}

/** Whether a pinned element stands over what comes before it. */
function useCovers() {
  const [covers, setCovers] = useState(false)
  const ref = useCallback((pinned: HTMLDivElement) => {
    const column = pinned.closest('section')
    const around = pinned.parentElement
    if (!column || !around) return () => {}
    const measure = () => {
      const before = pinned.previousElementSibling?.getBoundingClientRect().bottom ?? 0
      setCovers(before > pinned.getBoundingClientRect().top + 1)
    }
    const sizes = new ResizeObserver(measure)
    for (const each of [column, around, ...around.children]) sizes.observe(each)
    column.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      column.removeEventListener('scroll', measure)
    }
  }, [])
  return { ref, covers }
}

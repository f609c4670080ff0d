import { ArrowDown } from 'lucide-react'
import { useCallback, useState, type CSSProperties, type ReactNode } from 'react'
import style from './Fitting.module.css'

/**
 * A list's room, of whole rows: none is cut in half at its foot, and how many are under it is said by a button that goes on to
 * them.
 */
export function Fitting({
  others,
  children,
}: {
  /** How many rows are not in sight, in words. */
  readonly others: (count: number) => string
  /** The list alone. */
  readonly children: ReactNode
}) {
  const [under, setUnder] = useState(0)
  const [height, setHeight] = useState<number | null>(null)
  const [scroll, setScroll] = useState<HTMLElement | null>(null)
  const ref = useCallback((room: HTMLDivElement) => {
    const list = room.firstElementChild as HTMLElement
    setScroll(list)
    const measure = () => {
      const rows = [...list.querySelectorAll<HTMLElement>('li')]
      const ends = rows.map((row) => row.offsetTop + row.offsetHeight)
      const fits = (space: number) => ends.filter((end) => end <= space + 1).length
      const whole = fits(room.clientHeight)
      // The line that counts the hidden rows takes room too; where no row would fit above it, the list scrolls without it.
      const shown = whole === rows.length ? 0 : fits(room.clientHeight - lineHeight)
      const end = shown === 0 ? null : ends[shown - 1]!
      setHeight(end)
      setUnder(
        end === null
          ? 0
          : ends.filter((each) => each > list.scrollTop + end + rows[0]!.offsetHeight / 2).length,
      )
    }
    const sizes = new ResizeObserver(measure)
    for (const each of [room, ...list.children]) sizes.observe(each)
    list.addEventListener('scroll', measure, { passive: true })
    return () => {
      sizes.disconnect()
      list.removeEventListener('scroll', measure)
    }
  }, [])
  /** Its button goes away with the last rows: the focus goes on to the first row that comes in sight. */
  const goOn = () => {
    if (scroll === null || height === null) return
    const rows = [...scroll.querySelectorAll<HTMLElement>('li')]
    const next = rows.find((row) => row.offsetTop + row.offsetHeight > scroll.scrollTop + height + 1)
    scroll.scrollBy({ top: height, behavior: 'smooth' })
    next?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }
  const room: CSSProperties & { readonly '--fits': string } = {
    '--fits': height === null ? '100%' : `${height}px`,
  }
  return (
    <div ref={ref} className={style.room}>
      <div className={style.list} style={room}>
        {children}
      </div>
      {under > 0 && (
        <button type="button" className={style.others} onClick={() => goOn()}>
          <ArrowDown aria-hidden size={16} />
          {others(under)}
        </button>
      )}
    </div>
  )
}

/** Of the line under the rows, in pixels: the smallest target. */
const lineHeight = 24

import { useCallback, useState, type RefCallback } from 'react'

/** The height under which the page is drawn low, in pixels: enlarged at 150 %, or under the guided day. */
const least = 660

/**
 * Whether the page has too little height for what it usually shows at once. It is measured on the page itself: the guided
 * day stands over it.
 * @returns `data-low` for the page, by which its styles know it, and the page's ref
 */
export function useLow(): {
  readonly ref: RefCallback<HTMLElement>
  readonly 'data-low': '' | undefined
} {
  const [low, setLow] = useState(false)
  const ref = useCallback((page: HTMLElement) => {
    // A page that scrolls whole is higher than its window.
    const measure = () => setLow(Math.min(page.clientHeight, window.innerHeight) <= least)
    const sizes = new ResizeObserver(measure)
    sizes.observe(page)
    window.addEventListener('resize', measure)
    measure()
    return () => {
      sizes.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [])
  return { ref, 'data-low': low ? '' : undefined }
}

import { useLayoutEffect, useState, type RefObject } from 'react'

/** Pixels that may be out of sight without hiding anything: the padding under the last line. */
const slack = 24

const isMoreUnder = ({ scrollHeight, clientHeight, scrollTop }: Element): boolean =>
  scrollHeight - clientHeight - scrollTop > slack

/**
 * Whether something lies under what is in sight: in the screen's middle, or in the whole page where that is what scrolls.
 * @param main what scrolls
 * @param content what it holds, whose height changes with what is said
 */
export function useMore(
  main: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): boolean {
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const [scrolled, held] = [main.current, content.current]
    if (!scrolled || !held) return
    const look = () => setMore(isMoreUnder(scrolled) || isMoreUnder(document.documentElement))
    const seen = new ResizeObserver(look)
    for (const element of [scrolled, held, document.documentElement]) seen.observe(element)
    // Scrolling is heard on its way down: it does not go up from the element.
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      seen.disconnect()
      window.removeEventListener('scroll', look, { capture: true })
    }
  }, [main, content])
  return more
}

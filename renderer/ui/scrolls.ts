import { useCallback, useState } from 'react'

/** Whether an element holds more than it shows: nothing in it may take the focus, so that the arrows reach its end by its own. */
export function useScrolls<Held extends HTMLElement>() {
  const [scrolls, setScrolls] = useState(false)
  const ref = useCallback((element: Held) => {
    const measure = new ResizeObserver(() =>
      setScrolls(element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth),
    )
    measure.observe(element)
    for (const child of element.children) measure.observe(child)
    return () => measure.disconnect()
  }, [])
  return { ref, scrolls }
}

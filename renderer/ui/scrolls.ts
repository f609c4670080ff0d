import { useCallback, useState } from 'react'

/** What takes the focus by itself. */
const takesFocus =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex="-1"])'

/**
 * Whether an element holds more than it shows, and whether nothing in it takes the focus: it then takes it itself, so that
 * the arrows reach its end.
 */
export function useScrolls<Held extends HTMLElement>() {
  const [{ scrolls, isBare }, setMeasured] = useState({ scrolls: false, isBare: false })
  const ref = useCallback((element: Held) => {
    const measure = new ResizeObserver(() => {
      const now = {
        scrolls: element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth,
        isBare: element.querySelector(takesFocus) === null,
      }
      // The same again draws nothing anew.
      setMeasured((was) => (was.scrolls === now.scrolls && was.isBare === now.isBare ? was : now))
    })
    measure.observe(element)
    for (const child of element.children) measure.observe(child)
    return () => measure.disconnect()
  }, [])
  return { ref, scrolls, isBare }
}

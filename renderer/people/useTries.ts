import { useEffect, useRef, useState } from 'react'

/** How often a form was sent; at each try, its first field to correct takes the focus, once its sentence is drawn. */
export function useTries() {
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  return { form, tried: tries > 0, again: () => setTries((before) => before + 1) }
}

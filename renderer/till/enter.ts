import { useEffect, useRef } from 'react'

/** Enter, pressed where nothing takes it: on no button, and in no field. */
export function useEnterOutside(act: (() => void) | undefined): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || document.activeElement !== document.body) return
      latest.current?.()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

import { useEffect, useRef } from 'react'
import type { CounterActs } from './acts.ts'

/**
 * « Est là » pressed right after « Appeler », while the call is on its way, is kept until it is there.
 * @param calling somebody is called, as the host says
 * @param here what « Est là » does then
 */
export function useKeptHere(
  calling: boolean,
  here: () => void,
  { callNext }: Pick<CounterActs, 'callNext'>,
): { readonly call: () => void; readonly keep: () => void } {
  const called = useRef<'no' | 'sent' | 'here'>('no')
  const latest = useRef(here)
  useEffect(() => {
    latest.current = here
  })
  useEffect(() => {
    if (!calling) return
    const isHere = called.current === 'here'
    called.current = 'no'
    if (isHere) latest.current()
  }, [calling])
  return {
    call: () => {
      called.current = 'sent'
      void callNext({}).then((result) => {
        if ('error' in result) called.current = 'no'
      })
    },
    keep: () => {
      if (called.current === 'sent') called.current = 'here'
    },
  }
}

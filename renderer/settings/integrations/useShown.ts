import { useCallback, useEffect, useState } from 'react'
import type { Input, Output, ReadName } from '../../../shared/contract/index.ts'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import { useLink } from '../../link/hooks.ts'

/** What a reading answered, and why it could not; `reload` asks again after an act. */
export function useShown<N extends ReadName>(name: N, input: Input<N>) {
  const link = useLink()
  const [shown, setShown] = useState<Output<N> | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const text = canonicalJson(input)
  useEffect(() => {
    let current = true
    void link.read(name, JSON.parse(text) as Input<N>).then((result) => {
      if (!current) return
      setWrong('error' in result ? result.error.message : null)
      if ('output' in result) setShown(result.output)
    })
    return () => {
      current = false
    }
  }, [link, name, text, asked])
  const reload = useCallback(() => setAsked((times) => times + 1), [])
  return { shown, wrong, reload } as const
}

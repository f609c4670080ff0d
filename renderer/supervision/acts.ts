import { useCallback, useEffect, useState } from 'react'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { CommandName, Input, Output, ReadName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useLink, useLinkState } from '../link/hooks.ts'
import { say } from '../ui/notices.ts'

/** Any act of the page; a refusal is said as a notice and answered by `null`. */
export type Act = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N> | null>

export function useAct(): Act {
  const link = useLink()
  return useCallback<Act>(
    async (name, input) => {
      const result = await link.act(name, input)
      if ('output' in result) return result.output
      say(result.error.message)
      return null
    },
    [link],
  )
}

/** How often a reading is asked again, in milliseconds: its tables change when a visit ends, nothing waits for it. */
const pace = 60_000

/**
 * What a reading answers, asked again each minute and after a cut; null asks nothing. `undefined` until the first
 * answer. What was read for another input is never shown for this one.
 * @param again anything that, changed, asks again at once
 */
export function useRead<N extends ReadName>(
  name: N,
  input: Input<N> | null,
  again?: number,
): Result<Output<N>> | undefined {
  const link = useLink()
  const state = useLinkState((link) => link.state)
  const text = input === null ? null : canonicalJson(input)
  const [read, setRead] = useState<{ readonly of: string; readonly result: Result<Output<N>> } | null>(null)
  useEffect(() => {
    if (text === null || state !== 'open') return
    let current = true
    const ask = () =>
      void link.read(name, JSON.parse(text) as Input<N>).then((result) => {
        if (current) setRead({ of: text, result })
      })
    ask()
    const timer = setInterval(ask, pace)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [link, name, text, state, again])
  return read !== null && read.of === text ? read.result : undefined
}

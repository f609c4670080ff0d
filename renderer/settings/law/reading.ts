import { useCallback, useEffect, useState } from 'react'
import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { Input, Output, ReadName } from '../../../shared/contract/index.ts'
import type { Result } from '../../../shared/rpc/connect.ts'
import { useLink, useLinkState } from '../../link/hooks.ts'

export type Reading<N extends ReadName> = {
  /** `undefined` until the first answer; what was read for another input is never shown for this one. */
  readonly result: Result<Output<N>> | undefined
  readonly isReading: boolean
  /** Asks again: after an act that changed it, or because a person wants it. What was read stays meanwhile. */
  readonly again: () => void
}

/** What a reading answers, asked once, again after a cut and when `again` says so; null asks nothing. */
export function useReading<N extends ReadName>(name: N, input: Input<N> | null): Reading<N> {
  const link = useLink()
  const isOpen = useLinkState(({ state }) => state === 'open')
  const text = input === null ? null : canonicalJson(input)
  const [times, setTimes] = useState(0)
  const [read, setRead] = useState<{
    readonly of: string
    readonly times: number
    readonly result: Result<Output<N>>
  } | null>(null)
  useEffect(() => {
    if (text === null || !isOpen) return
    let current = true
    void link.read(name, JSON.parse(text) as Input<N>).then((result) => {
      if (current) setRead({ of: text, times, result })
    })
    return () => {
      current = false
    }
  }, [link, name, text, isOpen, times])
  const again = useCallback(() => setTimes((before) => before + 1), [])
  const isThis = read !== null && read.of === text
  return {
    result: isThis ? read.result : undefined,
    isReading: text !== null && !(isThis && read.times === times),
    again,
  }
}

import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { CommandName, Input, Output, ReadName, ViewName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { say } from '../ui/notices.ts'
import type { Link, LinkState } from './link.ts'

/** The page's link, given once at its root. */
export const LinkContext = createContext<Link | null>(null)

export function useLink(): Link {
  const link = use(LinkContext)
  if (!link) throw new Error('no link above this component')
  return link
}

/** What the page knows of its link: `useLinkState((link) => link.state)`. */
export const useLinkState = <T>(select: (state: LinkState) => T): T => useStore(useLink().store, select)

/** The latest output of a watched view, shared by all who show it; `undefined` until the first arrives. */
export function useView<N extends ViewName>(name: N, input: Input<N>): Output<N> | undefined {
  const link = useLink()
  const text = canonicalJson(input)
  const watch = useCallback(
    (listener: () => void) => link.watch(name, JSON.parse(text) as Input<N>, listener),
    [link, name, text],
  )
  return useSyncExternalStore(watch, () => link.latest(name, input))
}

/**
 * What a reading answered last, and why it could not; `reload` asks again after an act.
 * @param every how often it is read again while the page is looked at, in milliseconds; never by itself without it
 */
export function useRead<N extends ReadName>(name: N, input: Input<N>, every?: number) {
  const link = useLink()
  const [shown, setShown] = useState<Output<N> | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const text = canonicalJson(input)
  const reload = useCallback(() => setAsked((times) => times + 1), [])
  useEffect(() => {
    let current = true
    void link.read(name, JSON.parse(text) as Input<N>).then((result) => {
      if (!current) return
      setWrong('error' in result ? result.error.message : null)
      if ('output' in result) setShown(result.output)
    })
    const renewing = every === undefined ? undefined : setTimeout(reload, every)
    return () => {
      current = false
      clearTimeout(renewing)
    }
  }, [link, name, text, every, asked, reload])
  return { shown, wrong, reload } as const
}

/** An act by its name; a refusal is said as a notice and given back too. Stable: it can be a dependency. */
export function useCommand<N extends CommandName>(name: N): (input: Input<N>) => Promise<Result<Output<N>>> {
  const link = useLink()
  return useCallback(
    async (input: Input<N>) => {
      const result = await link.act(name, input)
      if ('error' in result) say(result.error.message)
      return result
    },
    [link, name],
  )
}

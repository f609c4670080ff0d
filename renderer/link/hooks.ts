import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { CommandName, Input, Output, ReadName, ViewName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { say } from './notices.ts'
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

/** How often a reading that is looked at is asked again, in milliseconds: its tables change when a visit ends. */
export const eachMinute = 60_000

/** What a reading answered: its last output, and why the last try could not, in a sentence and by its code. */
type ReadOf<N extends ReadName> = {
  readonly shown: Output<N> | null
  readonly wrong: string | null
  readonly code: string | null
}
const nothingRead = { shown: null, wrong: null, code: null } as const

/**
 * What a reading answered last, and why it could not; asked again after a cut, and by `reload` after an act. What was read for
 * another input is never shown for this one.
 * @param input null asks nothing
 * @param every how often it is read again, in milliseconds; never by itself without it
 * @param again anything that, changed, asks again at once
 */
export function useRead<N extends ReadName>(
  name: N,
  input: Input<N> | null,
  every?: number,
  again?: number,
): ReadOf<N> & { readonly isReading: boolean; readonly reload: () => void } {
  const link = useLink()
  const state = useLinkState((link) => link.state)
  const [last, setLast] = useState<(ReadOf<N> & { readonly of: string; readonly asked: number }) | null>(null)
  const [asked, setAsked] = useState(0)
  const text = input === null ? null : canonicalJson(input)
  const reload = useCallback(() => setAsked((times) => times + 1), [])
  useEffect(() => {
    if (text === null || state !== 'open') return
    let current = true
    void link.read(name, JSON.parse(text) as Input<N>).then((result) => {
      if (!current) return
      setLast((before) => ({
        of: text,
        asked,
        shown: 'output' in result ? result.output : before?.of === text ? before.shown : null,
        wrong: 'error' in result ? result.error.message : null,
        code: 'error' in result ? result.error.code : null,
      }))
    })
    const renewing = every === undefined ? undefined : setTimeout(reload, every)
    return () => {
      current = false
      clearTimeout(renewing)
    }
  }, [link, name, text, state, every, again, asked, reload])
  const isThis = last !== null && last.of === text
  const { shown, wrong, code } = isThis ? last : nothingRead
  return { shown, wrong, code, isReading: text !== null && !(isThis && last.asked === asked), reload }
}

/** Any act of a page; a refusal is said as a notice and answered by `null`. Stable: it can be a dependency. */
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

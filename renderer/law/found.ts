import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { useLink, useLinkState } from '../link/hooks.ts'

export type LawResults = Output<'law.search'>
export type FoundLine = LawResults['results'][number]
export type Shown = NonNullable<Output<'law.show'>['text']>

/** How many results a list shows: more would be no answer. */
const most = 30

/** What is found of a text as it is typed; the last answer stays until the next, so that the list does not blink. */
export function useFound(typed: string): { readonly of: string; readonly found: LawResults } | null {
  const link = useLink()
  const open = useLinkState(({ state }) => state === 'open')
  const [answer, setAnswer] = useState<{ readonly of: string; readonly found: LawResults } | null>(null)
  const text = typed.trim().slice(0, 200)
  useEffect(() => {
    if (text === '' || !open) return
    let current = true
    void link.read('law.search', { text, limit: most }).then((result) => {
      if (current && 'output' in result) setAnswer({ of: text, found: result.output })
    })
    return () => {
      current = false
    }
  }, [link, open, text])
  return text === '' ? null : answer
}

/** One result whole; null while it is read, `missing` where it is no longer there. */
export function useShown(line: Pick<FoundLine, 'kind' | 'id'> | undefined): Shown | 'missing' | null {
  const link = useLink()
  const [answer, setAnswer] = useState<{ readonly of: string; readonly shown: Shown | 'missing' } | null>(
    null,
  )
  const { kind, id } = line ?? {}
  const key = `${kind} ${id}`
  useEffect(() => {
    if (kind === undefined || id === undefined) return
    let current = true
    void link.read('law.show', { kind, id }).then((result) => {
      if (current) setAnswer({ of: key, shown: ('output' in result && result.output.text) || 'missing' })
    })
    return () => {
      current = false
    }
  }, [link, key, kind, id])
  return answer?.of === key ? answer.shown : null
}

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { DocumentAsk } from '../../shared/contract/documents/asks.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useLink } from '../link/hooks.ts'

export type Draft = Output<'document.draft'>

/** Milliseconds without a key after which the host composes what is typed, rather than at each letter. */
const pause = 300

const nothing = () => {}

/**
 * The draft of the document that would be issued, which follows the file and the visit. The last draft stays while the
 * host composes the next one (`composing`); undefined while none is asked, or until the first one comes.
 */
export function useDraft(what: DocumentAsk | null): {
  readonly draft: Draft | undefined
  readonly composing: boolean
} {
  const link = useLink()
  const text = what === null ? null : JSON.stringify(what)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  const input = settled === null ? null : { what: JSON.parse(settled) as DocumentAsk }
  const watch = useCallback(
    (listener: () => void) =>
      settled === null
        ? nothing
        : link.watch('document.draft', { what: JSON.parse(settled) as DocumentAsk }, listener),
    [link, settled],
  )
  const composed = useSyncExternalStore(watch, () =>
    input === null ? undefined : link.latest('document.draft', input),
  )
  const [last, setLast] = useState<{ readonly kind: string; readonly draft: Draft } | null>(null)
  if (composed !== undefined && input && composed !== last?.draft)
    setLast({ kind: input.what.kind, draft: composed })
  if (what === null) return { draft: undefined, composing: false }
  return {
    draft: composed ?? (last?.kind === what.kind ? last.draft : undefined),
    composing: settled !== text || composed === undefined,
  }
}

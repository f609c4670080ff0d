import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { say } from '../link/notices.ts'
import type { DocumentActs } from './acts.ts'
import type { DocumentRow } from './DocumentList.tsx'

/** Documents found, and how to have more of them. */
export type Listing = {
  readonly rows: readonly DocumentRow[]
  readonly more: boolean
  /** Something was looked for: nothing found is another thing than nothing issued. */
  readonly searched: boolean
  /** Reads again all that is shown: something changed. */
  readonly again: () => void
  /** The page before in time. */
  readonly further: () => void
}

/** Pages shown at most: beyond, a narrower search says more. */
const mostPages = 4

/**
 * The documents that answer a search, read again at each change of it and each time `turn` changes; null until the
 * first answer.
 */
export function useListing(
  asks: Input<'document.list'>,
  acts: Pick<DocumentActs, 'list'>,
  turn: string,
): Listing | null {
  const text = JSON.stringify(asks)
  const [found, setFound] = useState<{
    readonly rows: readonly DocumentRow[]
    readonly more: boolean
  } | null>(null)
  const latest = useRef({ text, pages: 1, run: 0 })
  const read = useCallback(
    async (pages: number) => {
      const here = latest.current
      const run = ++here.run
      here.pages = pages
      let rows: readonly DocumentRow[] = []
      let more = true
      // A page is of 50, or less where its last instant would be cut in two.
      for (let page = 0; more && page < pages; page++) {
        const last = rows.at(-1)
        const result = await acts.list({
          ...(JSON.parse(text) as Input<'document.list'>),
          ...(last === undefined ? {} : { before: last.issuedAt, after: last.documentId }),
        })
        if (run !== here.run) return
        if ('error' in result) return say(result.error.message)
        rows = [...rows, ...result.output.documents]
        more = result.output.more && result.output.documents.length > 0
      }
      setFound({ rows, more })
    },
    [acts, text],
  )
  useEffect(() => {
    const here = latest.current
    const same = here.text === text
    here.text = text
    void read(same ? here.pages : 1)
  }, [read, text, turn])
  return (
    found && {
      ...found,
      searched: text !== '{}',
      again: () => void read(latest.current.pages),
      further: () => void read(Math.min(mostPages, latest.current.pages + 1)),
    }
  )
}

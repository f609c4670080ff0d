import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { say } from '../ui/notices.ts'
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

/** Rows kept at most: beyond, the search says more. */
const most = 200

/**
 * The documents that answer a search, read again at each change of it and each time `turn` changes; null until the
 * first answer.
 */
export function useListing(
  asks: Input<'document.list'>,
  acts: Pick<DocumentActs, 'list'>,
  turn: number,
): Listing | null {
  const text = JSON.stringify(asks)
  const [found, setFound] = useState<{
    readonly rows: readonly DocumentRow[]
    readonly more: boolean
  } | null>(null)
  const latest = useRef({ text, shown: 0, run: 0 })
  const read = useCallback(
    async (wanted: number) => {
      const here = latest.current
      const run = ++here.run
      let rows: readonly DocumentRow[] = []
      let more = true
      while (more && rows.length < Math.max(1, wanted)) {
        const before = rows.at(-1)?.issuedAt
        const result = await acts.list({
          ...(JSON.parse(text) as Input<'document.list'>),
          ...(before === undefined ? {} : { before }),
        })
        if (run !== here.run) return
        if ('error' in result) return say(result.error.message)
        rows = [...rows, ...result.output.documents]
        more = result.output.more && result.output.documents.length > 0
      }
      here.shown = rows.length
      setFound({ rows: rows.slice(0, most), more })
    },
    [acts, text],
  )
  useEffect(() => {
    const here = latest.current
    const same = here.text === text
    here.text = text
    void read(same ? here.shown : 1)
  }, [read, text, turn])
  return (
    found && {
      ...found,
      searched: text !== '{}',
      again: () => void read(latest.current.shown),
      further: () => void read(Math.min(most, latest.current.shown + 1)),
    }
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FilesActs, FilesWork, FoundFiles } from './acts.ts'
import { gatherReads } from './gatherReads.ts'

type Sought = { readonly words: string; readonly found: FoundFiles }

/**
 * What a search found, read again once one of its files changes: `again` is told of the file that is shown, the list shows the
 * others. Each reading is traced, as the first was: one act that both tell of makes one.
 */
export function useFound(work: FilesWork, acts: Pick<FilesActs, 'find'>) {
  const [sought, setSought] = useState<Sought | null>(null)
  const words = sought?.words ?? null
  const reads = useRef<ReturnType<typeof gatherReads> | null>(null)
  useEffect(() => {
    if (words === null) return
    const here = gatherReads(() => {
      void acts.find({ words }).then((result) => {
        // A refusal leaves what was read; a later search has its own answer.
        if ('output' in result)
          setSought((now) => (now?.words === words ? { words, found: result.output } : now))
      })
    }, document)
    reads.current = here
    return () => {
      here.stop()
      reads.current = null
    }
  }, [words, acts])
  const again = useCallback(() => reads.current?.ask(), [])
  const ids = new Set(sought?.found.files.map(({ fileId }) => fileId))
  const listed = JSON.stringify(work.rows.filter(({ fileId }) => ids.has(fileId)))
  const before = useRef({ words, listed })
  useEffect(() => {
    const was = before.current
    before.current = { words, listed }
    if (was.words === words && was.listed !== listed) again()
  }, [words, listed, again])
  return { found: sought?.found ?? null, setSought, again }
}

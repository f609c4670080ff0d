import { useEffect, useMemo, useRef, useState } from 'react'
import type { FilePerson } from '../../shared/contract/files/file.ts'
import type { FileId } from '../../shared/contract/ids.ts'
import type { FilesActs, FoundFiles } from './acts.ts'
import type { Row } from './work.ts'

/**
 * Who the files of the list are, and the one that is shown. Lists name nobody: the names are looked up once for each line that shows, and that look is
 * traced; what a search found has them already.
 */
export function useNames(
  rows: readonly Row[],
  shown: FileId | null,
  found: FoundFiles | null,
  acts: Pick<FilesActs, 'names'>,
): ReadonlyMap<FileId, FilePerson | null> {
  const [names, setNames] = useState<ReadonlyMap<FileId, FilePerson | null>>(new Map())
  const asked = useRef(new Set<FileId>())
  // The file that is shown may have left the list, or never been in its part.
  const ids = found ? '' : [...(shown === null ? [] : [shown]), ...rows.map(({ fileId }) => fileId)].join(' ')
  useEffect(() => {
    const fileIds = ids
      .split(' ')
      .filter(
        (id, at, all): id is FileId =>
          id !== '' && all.indexOf(id) === at && !asked.current.has(id as FileId),
      )
      .slice(0, 50)
    if (fileIds.length === 0) return
    for (const fileId of fileIds) asked.current.add(fileId)
    void acts.names({ fileIds }).then((result) => {
      if ('error' in result) return
      const { people } = result.output
      setNames(
        (before) => new Map([...before, ...people.map(({ fileId, person }) => [fileId, person] as const)]),
      )
    })
  }, [ids, acts])
  return useMemo(
    () =>
      found === null
        ? names
        : new Map([...names, ...found.files.map(({ fileId, person }) => [fileId, person] as const)]),
    [names, found],
  )
}

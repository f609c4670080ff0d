import { useEffect, useState } from 'react'
import type { DocumentId } from '../../shared/contract/ids.ts'
import type { DocumentActs, Listed } from './acts.ts'

/**
 * What the list says of a document that no view shows; undefined until it is read.
 * @param documentId null: a view shows it
 */
export function useListed(
  documentId: DocumentId | null,
  acts: Pick<DocumentActs, 'get' | 'list'>,
): Listed | undefined {
  const [listed, setListed] = useState<Listed>()
  useEffect(() => {
    if (documentId === null) return
    let stale = false
    const read = async () => {
      const document = await acts.get({ documentId })
      if ('error' in document) return
      const { number } = document.output.seal
      const found = await acts.list({ number })
      if (stale || 'error' in found) return
      setListed(found.output.documents.find((one) => one.documentId === documentId))
    }
    void read()
    return () => {
      stale = true
    }
  }, [documentId, acts])
  return documentId === null || listed?.documentId !== documentId ? undefined : listed
}

import { useEffect, useState } from 'react'
import type { IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { DocumentSheet } from '../documents/Sheet.tsx'
import type { TillActs } from './acts.ts'
import lettering from '../ui/Lettering.module.css'

/** A paper that was just issued, as it is printed: the screen is the only place for it where no printer is. */
export function PaperShown({
  documentId,
  acts,
}: {
  readonly documentId: DocumentId
  readonly acts: Pick<TillActs, 'document'>
}) {
  const [document, setDocument] = useState<IssuedDocument | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void acts.document({ documentId }).then((result) => {
      if (stale) return
      if ('error' in result) setWrong(result.error.message)
      else setDocument(result.output)
    })
    return () => {
      stale = true
    }
  }, [documentId, acts])
  return document === null ? (
    <p role="status" className={lettering.small}>
      {wrong ?? appWords.loading}
    </p>
  ) : (
    <DocumentSheet document={document} />
  )
}

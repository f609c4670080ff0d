import type { DocumentId } from '../../shared/contract/ids.ts'
import { useOffice } from '../link/office.ts'
import { useView } from '../link/hooks.ts'
import { usePutAway } from '../identity/putAway.ts'
import { useWedge } from '../identity/useWedge.ts'
import { say } from '../link/notices.ts'
import { useDocumentActs } from './acts.ts'
import { judge } from './verdict.ts'

/**
 * A paper of this office that a scanner reads while the component is drawn: what it is worth is said, and the document
 * shown where it is one of this office.
 */
export function ScannedDocument({ onShow }: { readonly onShow: (documentId: DocumentId) => void }) {
  const { name } = useOffice()
  const acts = useDocumentActs()
  const publicKey = useView('paper.view', {})?.publicKey
  const reading = usePutAway()
  useWedge(({ kind, text }) => {
    if (kind !== 'document' || publicKey === undefined) return
    const wanted = reading()
    void judge(text, { publicKey, officeName: name }, acts).then(({ tone, sentence, details, row }) => {
      say([sentence, ...details].join(' '), tone === 'done' ? 'done' : undefined)
      if (row && wanted()) onShow(row.documentId)
    })
  })
  return null
}

import { useState } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { useLinkState, useView } from '../link/hooks.ts'
import { useDocumentActs } from './acts.ts'
import { DocumentsPage } from './DocumentsPage.tsx'
import { useListing } from './useListing.ts'

/** Milliseconds between two readings of the list: a paper that no printer has is told by nothing. */
const every = 15_000

/** The office's documents, over the page's link. */
export default function Documents() {
  const office = useView('office.view', {})
  const printing = useView('printing.view', {})
  const paper = useView('paper.view', {})
  const role = useLinkState((link) => link.role)
  const acts = useDocumentActs()
  const [asks, setAsks] = useState<Input<'document.list'>>({})
  const now = useNow(every)
  const listing = useListing(
    asks,
    acts,
    `${Math.floor(now / every)} ${printing?.jobs.map(({ jobId }) => jobId).join(' ') ?? ''}`,
  )
  if (office && !office.created) return <Message title={appWords.officeNotCreated} />
  if (!office || !printing || !paper || !listing) return <Message title={appWords.connecting} />
  return (
    <DocumentsPage
      listing={listing}
      printers={printing.printers}
      publicKey={paper.publicKey}
      readOnly={role === 'admin'}
      now={now}
      acts={acts}
      onSearch={setAsks}
    />
  )
}

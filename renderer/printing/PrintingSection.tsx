import { useMemo } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useCommand, useView } from '../link/hooks.ts'
import type { PrintingActs } from './acts.ts'
import { EnvelopeLabel } from './EnvelopeLabel.tsx'
import { PrintQueue } from './PrintQueue.tsx'
import style from './Printing.module.css'

/** The print queue over the page's link, and the labels of envelopes. */
export function PrintingSection() {
  const view = useView('printing.view', {})
  const acts = useActs()
  if (!view) return <p>{appWords.loading}</p>
  return (
    <div className={style.page}>
      <PrintQueue view={view} acts={acts} />
      <EnvelopeLabel printers={view.printers} onPrint={acts.label} />
    </div>
  )
}

function useActs(): PrintingActs {
  const retry = useCommand('print.retry')
  const redirect = useCommand('print.redirect')
  const cancel = useCommand('print.cancel')
  const label = useCommand('print.label')
  return useMemo(
    () => ({
      retry: async (input) => 'output' in (await retry(input)),
      redirect: async (input) => 'output' in (await redirect(input)),
      cancel: async (input) => 'output' in (await cancel(input)),
      label: async (input) => 'output' in (await label(input)),
    }),
    [retry, redirect, cancel, label],
  )
}

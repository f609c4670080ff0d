import { useState } from 'react'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import { coordinationWords } from '../../shared/messages/appointments/coordination.fr.ts'
import { usePutAway } from '../identity/putAway.ts'
import { useWedge } from '../identity/useWedge.ts'
import { say } from '../link/notices.ts'
import type { CounterActs, Current } from './acts.ts'
import type { Panel } from './panels.ts'

/** What is read of a title or of a paper while someone is received, by a reader or by the camera. */
export function useReadings({
  ticket,
  acts,
  panel,
  onPanel,
}: {
  readonly ticket: Pick<Current['ticket'], 'ticketId'>
  readonly acts: Pick<CounterActs, 'readScan' | 'checkNumber'>
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
}): {
  /** What the last title said; null before the first one. */
  readonly scanned: Scanned | null
  /** Reads the text of a title, and shows what it says. */
  readonly read: (text: string) => void
} {
  const [scanned, setScanned] = useState<Scanned | null>(null)
  const reading = usePutAway()
  const read = (text: string) => {
    const wanted = reading()
    void acts.readScan({ text }).then((result) => {
      if ('error' in result || !wanted()) return
      setScanned(result.output)
      onPanel('scanned')
    })
  }
  // A number that was read is checked as one that is typed: the sheet then says what it is worth.
  const checkRead = (number: string) =>
    void acts.checkNumber({ number, ticketId: ticket.ticketId }).then((result) => {
      if ('error' in result) return
      say(coordinationWords.read(result.output), 'done')
      if (panel === 'scan') onPanel(null)
    })
  // A document's code is for the page: it is checked in any state.
  useWedge(({ kind, text }) => {
    if (kind === 'preApplication') checkRead(text)
    else if (kind !== 'document') read(text)
  })
  return { scanned, read }
}

import { useEffect, useState } from 'react'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { PanelHead } from '../ui/Panel.tsx'
import style from './Papers.module.css'

/** Room for the sheet drawn 880 px wide, in pixels: a frame of no origin can't be measured; what is left over is white. */
const heightOf = (paper: ObligationsPaper): number =>
  900 +
  90 *
    (paper.bring.length +
      paper.notToBring.length +
      paper.byPerson.length +
      paper.dates.length +
      paper.ifLate.length +
      paper.byAdministration.length +
      paper.delivers.length) +
  40 * paper.texts.length

/** Both sides' sheet as it would be printed, where no printer is: turned to the person, or read with them. */
export function SheetShown({
  paper,
  onLeave,
}: {
  readonly paper: ObligationsPaper
  readonly onLeave: () => void
}) {
  const [html, setHtml] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void import('../documents/paper.ts').then(({ obligationsHtml }) => {
      if (!stale) setHtml(obligationsHtml(paper))
    })
    return () => {
      stale = true
    }
  }, [paper])
  const title = counterWords.law.sheetTitle
  return (
    <>
      <PanelHead title={title} leaving={{ leave: counterWords.close, onLeave }} />
      {html === null ? (
        <p className={style.empty}>{appWords.loading}</p>
      ) : (
        // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
        <iframe
          className={style.frame}
          sandbox="allow-scripts"
          tabIndex={-1}
          srcDoc={html}
          title={title}
          height={heightOf(paper)}
        />
      )}
    </>
  )
}

import { useEffect, useState } from 'react'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { PaperSettings } from '../../../shared/contract/documents/paperSettings.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useNow } from '../../link/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { printHtml } from '../../ui/printHtml.ts'
import { proofPapers, type ProofPaper } from './proofPaper.ts'
import { specimenOf } from './specimen.ts'
import style from './Papers.module.css'

const words = papersSettings.proof

/** A specimen with the settings as they are being typed, on the paper that is chosen; and on paper, to be read. */
export function Proof({
  settings,
  paper,
}: {
  readonly settings: OfficeSettings
  readonly paper: PaperSettings
}) {
  const [on, setOn] = useState<ProofPaper>('a4')
  const clock = useNow(60_000)
  // Drawn at the office's hour, and not again each minute.
  const [now] = useState(clock as Instant)
  const [html, setHtml] = useState<string | null>(null)
  const contentKey = JSON.stringify([settings.address, settings.calendar.zone, paper, on])
  useEffect(() => {
    let stale = false
    // Drawn when typing pauses.
    const timer = setTimeout(() => {
      void import('./proofHtml.ts').then(({ proofHtml }) => {
        if (!stale) setHtml(proofHtml(specimenOf(settings, paper, now), paper.logo, on))
      })
    }, 150)
    return () => {
      stale = true
      clearTimeout(timer)
    }
    // The key holds all that the proof shows: the settings are other objects each time the host sends them, even unchanged.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [contentKey, now])
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      <div className={style.proofActs}>
        <Choice
          label={words.paper}
          value={on}
          options={proofPapers.map((value) => ({ value, title: words.papers[value] }))}
          onChange={setOn}
        />
        <Button isDisabled={html === null} onPress={() => html !== null && printHtml(html)}>
          {words.print}
        </Button>
      </div>
      {html === null ? (
        <p role="status" className={style.help}>
          {appWords.loading}
        </p>
      ) : (
        // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
        <div className={on === 'a4' ? style.sheet : undefined}>
          <iframe
            className={style.frame}
            sandbox="allow-scripts"
            tabIndex={-1}
            srcDoc={html}
            title={words.frame(words.papers[on])}
          />
        </div>
      )}
    </Group>
  )
}

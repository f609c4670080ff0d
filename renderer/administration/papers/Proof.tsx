import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { PaperSettings } from '../../../shared/contract/issuing.ts'
import type { OfficeSettings } from '../../../shared/contract/office.ts'
import { fr } from '../../../shared/messages/fr.ts'
import { papersSettings } from '../../../shared/messages/papersSettings.fr.ts'
import { Choice } from '../../app/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { specimenOf } from './specimen.ts'
import style from './Papers.module.css'

const words = papersSettings.proof

export type ProofPaper = keyof typeof words.papers
const papers = Object.keys(words.papers) as readonly ProofPaper[]

/** A specimen with the settings as they are being typed, on the paper that is chosen; and on paper, to be read. */
export function Proof({
  settings,
  paper,
}: {
  readonly settings: OfficeSettings
  readonly paper: PaperSettings
}) {
  const [on, setOn] = useState<ProofPaper>('a4')
  const [now] = useState(() => Date.now() as Instant)
  const [html, setHtml] = useState<string | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const said = JSON.stringify([settings.address, settings.calendar.zone, paper, on])
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
    // `said` is all that the proof says: settings are made anew each time the host speaks.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [said, now])
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      <div className={style.proofActs}>
        <Choice
          label={words.paper}
          value={on}
          options={papers.map((value) => ({ value, title: words.papers[value] }))}
          onChange={setOn}
        />
        <Button isDisabled={html === null} onPress={() => frame.current?.contentWindow?.print()}>
          {words.print}
        </Button>
      </div>
      {html === null ? (
        <p role="status" className={style.help}>
          {fr.app.loading}
        </p>
      ) : (
        // No script runs in it, by the sandbox and by its own policy; its origin is ours so that it can be printed alone.
        <iframe
          ref={frame}
          className={style.frame}
          sandbox="allow-same-origin allow-modals"
          tabIndex={-1}
          srcDoc={html}
          title={words.frame(words.papers[on])}
        />
      )}
    </Group>
  )
}

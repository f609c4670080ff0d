import { useEffect, useState } from 'react'
import type { Instant, TicketNumber } from '../../../shared/contract/ids.ts'
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
import style from './Papers.module.css'
import type { VisitFacts } from '../../../shared/contract/documents/visitFacts.ts'

const words = papersSettings.proof

const given = papersSettings.specimen

/** A receipt that nobody filed, with the settings as they are being typed: it says SPÉCIMEN, whatever the office. */
const specimenOf = (
  { address, calendar, personWord }: OfficeSettings,
  { lines, dataContact }: PaperSettings,
  now: Instant,
): VisitFacts => ({
  kind: 'recepisse',
  issuedAt: now,
  zone: calendar.zone,
  office: address,
  letterhead: { lines: [...lines], dataContact },
  service: given.service,
  agent: given.agent,
  ticket: 'A1' as TicketNumber,
  label: given.label,
  outcome: 'incomplete',
  arrivedAt: now,
  receivedAt: now,
  pieces: given.pieces.map((title, at) => ({
    title,
    state: at === given.pieces.length - 1 ? ('missing' as const) : ('presented' as const),
    sources: [],
    toConfirm: false,
  })),
  silence: { title: given.silence, sources: [], toConfirm: false },
  decides: null,
  rule: null,
  school: true,
  personWord,
})

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

import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import type { Language } from '../../../shared/contract/text.ts'
import { posterKinds, type PosterKind } from '../../../shared/documents/posters.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { kiosk, kioskLanguages } from '../../../shared/messages/public/kiosk.ts'
import { posters } from '../../../shared/messages/public/posters.ts'
import { postersPage as words } from '../../../shared/messages/media/postersPage.fr.ts'
import { reviewState } from '../../../shared/messages/media/reviewed.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useNow } from '../../link/clock.ts'
import { useOffice } from '../../link/office.ts'
import { useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import paperStyle from '../documents/Papers.module.css'
import { printHtml } from '../../ui/printHtml.ts'

const { titles } = posters.fr

/** What the public must be able to read on the wall, from the settings, in any of the kiosk's languages. */
export function PostersSection({
  settings,
  rules,
}: {
  readonly settings: OfficeSettings
  readonly rules: Output<'rules.view'>
}) {
  const { school } = useOffice()
  const reviews = useView('texts.view', {})?.reviews
  const clock = useNow(60_000)
  const [now] = useState(clock)
  const [kind, setKind] = useState<PosterKind>('rule')
  const [language, setLanguage] = useState<Language>('fr')
  const [html, setHtml] = useState<string | null>(null)
  const { address, calendar } = settings
  const { rule, grounds } = rules
  const dataContact = useView('paper.view', {})?.paper.dataContact ?? null
  const contentKey = JSON.stringify([kind, language, address, dataContact, calendar.zone, rule, grounds])
  useEffect(() => {
    let stale = false
    if (rule === null) return
    const office = { address, dataContact, rule, grounds, school, zone: calendar.zone, at: now }
    void import('./posterPage.ts').then(({ posterPage }) => {
      if (!stale) setHtml(posterPage(kind, language, office))
    })
    return () => {
      stale = true
    }
    // The key holds all that the poster shows: the settings are other objects each time the host sends them, even unchanged.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [contentKey, now])
  return (
    <Group title={words.title}>
      <p className={paperStyle.help}>{words.help}</p>
      <Choice
        label={words.kind}
        value={kind}
        options={posterKinds.map((value) => ({ value, title: titles[value] }))}
        onChange={setKind}
      />
      <div className={paperStyle.proofActs}>
        <Choice
          label={words.language}
          value={language}
          options={kioskLanguages.map((value) => ({ value, title: kiosk[value].language }))}
          onChange={setLanguage}
        />
        <Button kind="primary" isDisabled={html === null} onPress={() => html !== null && printHtml(html)}>
          {words.print}
        </Button>
      </div>
      {language !== 'fr' && reviews && reviewState(reviews, 'posters', language).is !== 'read' && (
        <p className={paperStyle.help}>{words.toRead}</p>
      )}
      {html === null ? (
        <p role="status" className={paperStyle.help}>
          {appWords.loading}
        </p>
      ) : (
        // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
        <div className={paperStyle.sheet}>
          <iframe
            className={paperStyle.frame}
            sandbox="allow-scripts"
            tabIndex={-1}
            srcDoc={html}
            title={words.frame(titles[kind], kiosk[language].language)}
          />
        </div>
      )}
    </Group>
  )
}

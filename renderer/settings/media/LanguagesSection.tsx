import { useState } from 'react'
import { otherLanguages, type OtherLanguage } from '../../../shared/contract/text.ts'
import { ReviewedBy, type PublicTexts } from '../../../shared/contract/media/textReviews.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { languageNames } from '../../../shared/messages/format/languageNames.fr.ts'
import { digestOf, publicTexts, reviewState } from '../../../shared/messages/media/reviewed.ts'
import { textReviews as words } from '../../../shared/messages/media/textReviews.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useCommand, useView } from '../../link/hooks.ts'
import { download } from '../../ui/download.ts'
import { Select } from '../../ui/Select.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { say } from '../../link/notices.ts'
import { Row, Rows } from '../../ui/Rows.tsx'
import { titled } from '../../ui/titled.ts'
import paperStyle from '../documents/Papers.module.css'
import { Prose } from '../../ui/Prose.tsx'
import style from './Languages.module.css'
import { reviewsCsv } from './reviewsCsv.ts'

/** `btoa` takes bytes only: French has letters beyond. */
const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(''))

/** The texts that the public reads in each language, and whether somebody who speaks it has read them. */
export function LanguagesSection() {
  const view = useView('texts.view', {})
  const review = useCommand('texts.review')
  const [lang, setLang] = useState<OtherLanguage>(otherLanguages[0] ?? 'en')
  const [by, setBy] = useState<ReviewedBy>('translator')
  if (!view) return <p role="status">{appWords.loading}</p>
  const note = async (set: PublicTexts, read: boolean) => {
    const result = await review({ set, lang, review: read ? { by, digest: digestOf(set, lang) } : null })
    if ('error' in result) say(result.error.message)
    else say(read ? words.saved : words.takenBack, 'done')
  }
  return (
    <Group title={words.title}>
      <p className={paperStyle.help}>
        <Prose>{words.help}</Prose>
      </p>
      <div className={style.asked}>
        <Choice
          label={words.language}
          value={lang}
          options={otherLanguages.map((value) => ({ value, title: titled(languageNames[value]) }))}
          onChange={setLang}
        />
        <Select<ReviewedBy>
          label={words.by}
          value={by}
          options={ReviewedBy.options.map((value) => ({ value, title: words.who[value] }))}
          onChange={setBy}
        />
      </div>
      <Rows label={words.title}>
        {publicTexts.map((set) => {
          const state = reviewState(view.reviews, set, lang)
          const name = words.sets[set]
          return (
            <Row key={set} className={style.row}>
              <span className={style.name}>{name}</span>
              <span className={style.state}>{words.state(state)}</span>
              {state.is !== 'read' && (
                <Button
                  size="dense"
                  aria-label={words.of(name, words.note)}
                  onPress={() => void note(set, true)}
                >
                  {words.note}
                </Button>
              )}
              {state.is !== 'toRead' && (
                <Button
                  size="dense"
                  kind="quiet"
                  aria-label={words.of(name, words.takeBack)}
                  onPress={() => void note(set, false)}
                >
                  {words.takeBack}
                </Button>
              )}
            </Row>
          )
        })}
      </Rows>
      <div className={style.acts}>
        <Button
          onPress={() =>
            download({
              name: 'relectures.csv',
              type: 'text/csv;charset=utf-8',
              base64: base64(reviewsCsv(view)),
            })
          }
        >
          {words.download}
        </Button>
      </div>
    </Group>
  )
}

import { useState } from 'react'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { RecordingLanguage } from '../../../shared/contract/media/recordings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useView } from '../../link/hooks.ts'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Rows } from '../../ui/Rows.tsx'
import { linesOf } from './recorded.ts'
import { RecordingRow } from './RecordingRow.tsx'
import style from './Recordings.module.css'

/** What the office records itself, by language: seen or heard, added, replaced, erased. */
export function RecordingsSection({ settings }: { readonly settings: OfficeSettings }) {
  const view = useView('recordings.view', {})
  const law = useView('law.procedures', {})
  const [lang, setLang] = useState<RecordingLanguage>('lsf')
  if (!view || !law) return <p role="status">{appWords.loading}</p>
  const size = view.recordings.reduce((sum, one) => sum + one.size, 0)
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      <p className={style.help}>{words.formats}</p>
      <div className={style.asked}>
        <Choice
          label={words.language}
          value={lang}
          options={RecordingLanguage.options.map((value) => ({ value, title: words.languages[value] }))}
          onChange={setLang}
        />
      </div>
      <Rows label={words.what}>
        {linesOf(settings, law, view, lang).map((line) => (
          <RecordingRow key={line.key} line={line} lang={lang} />
        ))}
      </Rows>
      <p className={lettering.note}>{words.kept(view.recordings.length, words.size(size))}</p>
    </Group>
  )
}

import { useState } from 'react'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import page from './Law.module.css'
import style from './LawSettings.module.css'
import type { LawDraft, RemedyDraft } from './lawDraft.ts'
import type { VersionLine } from './versions.ts'

const words = law.settings
const blank: RemedyDraft = { authority: '', court: '' }

/** The addresses of the authority and of the court under each procedure's remedy. */
export function Remedies({
  procedures,
  remedies,
  onChange,
}: {
  readonly procedures: readonly VersionLine[]
  readonly remedies: LawDraft['remedies']
  readonly onChange: (remedies: LawDraft['remedies']) => void
}) {
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Group title={words.remedies}>
      <p className={page.help}>{words.remediesHelp}</p>
      <Rows label={words.remedies}>
        {procedures.map(({ procedureId, title }) => {
          const typed = remedies[procedureId] ?? blank
          const change = (next: Partial<RemedyDraft>) =>
            onChange({ ...remedies, [procedureId]: { ...typed, ...next } })
          const isOpen = opened === procedureId
          return (
            <Row key={procedureId} align="top" className={page.row}>
              <About least={240}>
                <span className={lettering.strong}>{title.fr}</span>
                {isOpen ? (
                  <span className={style.pair}>
                    <Field
                      label={words.authority}
                      startsFocused
                      value={typed.authority}
                      maxLength={200}
                      onChange={(authority) => change({ authority })}
                    />
                    <Field
                      label={words.court}
                      value={typed.court}
                      maxLength={200}
                      onChange={(court) => change({ court })}
                    />
                  </span>
                ) : (
                  <span className={lettering.under}>
                    {[typed.authority, typed.court].filter((each) => each !== '').join(' · ') ||
                      words.noAddress}
                  </span>
                )}
              </About>
              <Button
                kind="quiet"
                size="dense"
                aria-expanded={isOpen}
                aria-label={isOpen ? words.endEditFor(title.fr) : words.editFor(title.fr)}
                onPress={() => setOpened(isOpen ? null : procedureId)}
              >
                {isOpen ? words.endEdit : words.edit}
              </Button>
            </Row>
          )
        })}
      </Rows>
    </Group>
  )
}

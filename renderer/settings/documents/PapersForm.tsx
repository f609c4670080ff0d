import { useId, useState } from 'react'
import type { ProcedureId } from '../../../shared/contract/ids.ts'
import type { PaperSettings } from '../../../shared/contract/documents/paperSettings.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import halves from '../../ui/Halves.module.css'
import stack from '../../ui/Stack.module.css'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'
import { Delegations } from './Delegations.tsx'
import { LogoField } from './LogoField.tsx'
import { linesWrong, paperDraftOf, paperOf, type PaperDraft } from './paperDraft.ts'
import { Proof } from './Proof.tsx'
import { ReasonTemplates } from './ReasonTemplates.tsx'
import style from './Papers.module.css'

const words = papersSettings.head

/** Header lines, logo, data contact, delegations; the proof beside them shows what is being typed. */
export function PapersForm({
  settings,
  paper,
  agents,
  procedures,
  grounds,
  onSet,
}: {
  readonly settings: OfficeSettings
  readonly paper: PaperSettings
  readonly agents: Output<'settings.view'>['agents']
  readonly procedures: readonly { readonly value: ProcedureId; readonly title: string }[]
  readonly grounds: Output<'paper.view'>['grounds']
  readonly onSet: (paper: PaperSettings) => Promise<boolean>
}) {
  const form = useId()
  const { shown, set, save, bar } = useEdited<PaperDraft, object>(paperDraftOf(paper))
  const [tried, setTried] = useState(false)
  const wrong = linesWrong(shown)
  const send = async () => {
    setTried(true)
    if (wrong !== null) return
    await save({ paper: paperOf(shown) }, async (made) => {
      const kept = await onSet(made.paper)
      if (kept) setTried(false)
      return kept
    })
  }
  return (
    <div className={halves.halves}>
      <div>
        <Form id={form} className={stack.apart} aria-label={words.title} onSend={send}>
          <Group title={words.title}>
            <p className={style.help}>{words.help}</p>
            <div className={stack.apart}>
              <Field
                label={words.lines}
                detail={words.linesHelp}
                lines={4}
                value={shown.lines}
                error={wrong ?? undefined}
                onChange={(lines) => set({ lines })}
              />
              <Field
                label={words.dataContact}
                detail={words.dataContactHelp}
                maxLength={200}
                value={shown.dataContact}
                onChange={(dataContact) => set({ dataContact })}
              />
              <LogoField logo={shown.logo} onChange={(logo) => set({ logo })} />
            </div>
          </Group>
        </Form>
        <Delegations
          delegations={shown.delegations}
          agents={agents}
          procedures={procedures}
          onChange={(delegations) => set({ delegations })}
        />
        <ReasonTemplates
          reasons={shown.reasons ?? []}
          grounds={grounds}
          procedures={procedures}
          onChange={(reasons) => set({ reasons })}
        />
        <SaveBar
          form={form}
          {...bar}
          wrong={tried && wrong !== null ? 1 : 0}
          onCancel={() => {
            bar.onCancel()
            setTried(false)
          }}
        />
      </div>
      <Proof settings={settings} paper={paperOf(shown)} />
    </div>
  )
}

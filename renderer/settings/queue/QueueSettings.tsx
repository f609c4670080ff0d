import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Printer } from '../../../shared/contract/office/settings.ts'
import { history } from '../../../shared/messages/history/history.fr.ts'
import { ruleParagraph } from '../../../shared/messages/queue/rule.fr.ts'
import { Group } from '../../ui/Column.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import style from './QueueForm.module.css'
import { draftOf, rulesFrom, type QueueDraft, type QueueWrong } from './queueDraft.ts'
import { QueueForm } from './QueueForm.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'

/** The queue's rule as the office decides it, under the words in which it is published. */
export function QueueSettings({
  view,
  printers,
  onSet,
}: {
  readonly view: Output<'rules.view'>
  readonly printers: readonly Printer[]
  readonly onSet: (input: Input<'rules.set'>) => Promise<boolean>
}) {
  // Null while nothing is being typed: the page then shows what the host says.
  const [draft, setDraft] = useState<QueueDraft | null>(null)
  const [wrong, setWrong] = useState<QueueWrong>({})
  const [saved, setSaved] = useState(false)
  const shown = draft ?? draftOf(view)
  if (!shown) return null

  const save = async () => {
    const made = rulesFrom(shown)
    setWrong('wrong' in made ? made.wrong : {})
    if ('wrong' in made || !(await onSet(made.input))) return
    setDraft(null)
    setSaved(true)
  }

  return (
    <Form className={style.groups} onSend={save}>
      {view.rule && (
        <Group title={history.ruleTitle}>
          <p className={lettering.paragraph}>{ruleParagraph(view.rule)}</p>
          <p className={style.help}>{history.ruleHelp}</p>
        </Group>
      )}
      <QueueForm
        draft={shown}
        wrong={wrong}
        printers={printers}
        onChange={(next) => {
          setSaved(false)
          setDraft(next)
        }}
      />
      <SaveBar
        changed={draft !== null}
        saved={saved}
        wrong={Object.keys(wrong).length}
        onCancel={() => {
          setDraft(null)
          setWrong({})
        }}
      />
    </Form>
  )
}

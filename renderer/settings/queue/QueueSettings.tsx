import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import { history } from '../../../shared/messages/history/history.fr.ts'
import { ruleParagraph } from '../../../shared/messages/queue/rule.fr.ts'
import { Group } from '../../ui/Column.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import style from './QueueForm.module.css'
import { draftOf, rulesFrom, type QueueDraft, type QueueWrong } from './queueDraft.ts'
import { QueueForm } from './QueueForm.tsx'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'

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
  const { shown, wrong, set, save, bar } = useEdited<QueueDraft | null, QueueWrong>(draftOf(view))
  if (!shown) return null
  return (
    <Form className={style.groups} onSend={() => save(rulesFrom(shown), ({ input }) => onSet(input))}>
      {view.rule && (
        <Group title={history.ruleTitle}>
          <p className={lettering.paragraph}>{ruleParagraph(view.rule)}</p>
          <p className={style.help}>{history.ruleHelp}</p>
        </Group>
      )}
      <QueueForm draft={shown} wrong={wrong} printers={printers} onChange={set} />
      <SaveBar {...bar} />
    </Form>
  )
}

import { useState } from 'react'
import type { Recipient } from '../../shared/contract/office/recipient.ts'
import { directoryWords } from '../../shared/messages/partners/directory.fr.ts'
import { noRecipient, recipientOf } from '../partners/recipient.ts'
import { panelLater } from '../ui/later.tsx'
import { AskPlace } from '../partners/AskPlace.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'

/** The directory's list comes with the first forwarding: no page reads it before. */
const RecipientFields = panelLater(
  async () => (await import('../partners/RecipientFields.tsx')).RecipientFields,
)

/** To which office the person is sent: their paper says it. Left empty, the request ends all the same. */
export function ForwardPanel({
  onEnd,
  onLeave,
}: {
  readonly onEnd: (to: Recipient | null) => void
  readonly onLeave: () => void
}) {
  const words = directoryWords.forward
  const [draft, setDraft] = useState(noRecipient)
  return (
    <Panel title={words.title} help={words.help} onLeave={onLeave}>
      <Form className={style.form} onSend={() => onEnd(recipientOf(draft))}>
        <RecipientFields
          label={words.to}
          addressLabel={words.address}
          draft={draft}
          startsFocused
          onChange={setDraft}
        />
        <AskPlace onTo={({ name, address = '', contact = '' }) => setDraft({ name, address, contact })} />
        <div className={style.foot}>
          <Button type="submit" kind="primary" keyCap="Entrée">
            {words.end}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}

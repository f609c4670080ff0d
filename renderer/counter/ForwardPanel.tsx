import { useState } from 'react'
import type { Recipient } from '../../shared/contract/office/recipient.ts'
import type { OnRequest } from '../../shared/contract/onRequest.ts'
import { directoryWords } from '../../shared/messages/partners/directory.fr.ts'
import { noRecipient, recipientOf } from '../partners/recipient.ts'
import { panelLater } from '../ui/later.tsx'
import { AskPlace } from '../partners/AskPlace.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'

/** The directory's list comes with the first forwarding: no page reads it before. */
const RecipientFields = panelLater(
  async () => (await import('../partners/RecipientFields.tsx')).RecipientFields,
)

/**
 * To which office the person is sent: their paper says it. Only with a file may it be left empty: the host knows to whom it
 * was sent.
 */
export function ForwardPanel({
  on,
  withFile,
  onEnd,
  onLeave,
}: {
  readonly on: OnRequest
  readonly withFile: boolean
  readonly onEnd: (to: Recipient | null) => void
  readonly onLeave: () => void
}) {
  const words = directoryWords.forward
  const [draft, setDraft] = useState(noRecipient)
  const [asked, setAsked] = useState(false)
  const to = recipientOf(draft)
  const lacks = to === null && !withFile
  return (
    <Panel title={words.title} help={words.help} onLeave={onLeave}>
      <Form className={style.form} onSend={() => (lacks ? setAsked(true) : onEnd(to))}>
        <AskPlace
          on={on}
          onTo={({ name, address = '', contact = '' }) => setDraft({ name, address, contact })}
        />
        <RecipientFields
          label={words.to}
          addressLabel={words.address}
          draft={draft}
          startsFocused
          onChange={setDraft}
        />
        <div className={style.foot}>
          <Button type="submit" kind="primary" keyCap="Entrée">
            {words.end}
          </Button>
          <span role="status" className={lettering.wrong}>
            {asked && lacks && words.missing}
          </span>
        </div>
      </Form>
    </Panel>
  )
}

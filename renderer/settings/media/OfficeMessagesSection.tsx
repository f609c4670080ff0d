import { useState } from 'react'
import type { Instant } from '../../../shared/contract/ids.ts'
import { longestOfficeMessage } from '../../../shared/contract/media/officeMessages.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { date, hour } from '../../../shared/messages/format/numbers.ts'
import { languageNames } from '../../../shared/messages/format/languageNames.fr.ts'
import { officeMessageWords as words } from '../../../shared/messages/media/officeMessages.fr.ts'
import { useNow } from '../../link/clock.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EditedRows } from '../../ui/EditedRows.tsx'
import { Field } from '../../ui/Field.tsx'
import { OpenedForm } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import { About, Row } from '../../ui/Rows.tsx'
import stack from '../../ui/Stack.module.css'
import form from '../Settings.module.css'
import {
  messageDraft,
  messageFrom,
  type MessageDraft,
  type MessageWrong,
  type OfficeMessage,
} from './officeMessageDraft.ts'

/** What the office says to the public: each message with its dates, in the order in which it is shown. */
export function OfficeMessagesSection() {
  const view = useView('officeMessages.view', {})
  const set = useCommand('officeMessage.set')
  const remove = useCommand('officeMessage.remove')
  if (!view) return <p role="status">{appWords.loading}</p>
  const { zone, messages } = view
  const instant = (at: number) => words.instant(date(at, zone), hour(at, zone))
  const told = (result: Awaited<ReturnType<typeof set>> | Awaited<ReturnType<typeof remove>>, said: string) =>
    'error' in result ? say(result.error.message) : say(said, 'done')
  const moveUp = async ({ messageId, text, from, to, place }: OfficeMessage) =>
    told(await set({ messageId, text, from, to, place: place - 1 }), words.saved)
  return (
    <div className={stack.near}>
      <p className={form.small}>{words.help}</p>
      {messages.length === 0 && <p>{words.none}</p>}
      <EditedRows
        label={words.section}
        things={messages}
        idOf={({ messageId }) => messageId}
        add={words.add}
        form={(message, done) => <EditMessage message={message} zone={zone} onDone={done} />}
        line={(message, edit) => (
          <Row wraps>
            <About least={280}>
              <span className={lettering.strong}>{message.text.fr}</span>
              <br />
              <span className={form.small}>
                {message.shown ? words.shown : words.coming},{' '}
                {words.span(instant(message.from), instant(message.to))}
              </span>
            </About>
            {message.place > 1 && (
              <Button
                size="dense"
                kind="quiet"
                aria-label={words.upFor(message.text.fr)}
                onPress={() => void moveUp(message)}
              >
                {words.up}
              </Button>
            )}
            <Button size="dense" aria-label={words.changeFor(message.text.fr)} onPress={edit}>
              {words.change}
            </Button>
            <Button
              size="dense"
              kind="quiet"
              aria-label={words.removeFor(message.text.fr)}
              onPress={() =>
                void remove({ messageId: message.messageId }).then((result) => told(result, words.removed))
              }
            >
              {words.remove}
            </Button>
          </Row>
        )}
      />
    </div>
  )
}

function EditMessage({
  message,
  zone,
  onDone,
}: {
  readonly message: OfficeMessage | null
  readonly zone: string
  readonly onDone: () => void
}) {
  const set = useCommand('officeMessage.set')
  const now = useNow()
  const [draft, setDraft] = useState(() => messageDraft(message, zone, now as Instant))
  const [wrong, setWrong] = useState<MessageWrong>({})
  const change = (part: Partial<MessageDraft>) => setDraft({ ...draft, ...part })
  const send = async () => {
    const read = messageFrom(draft, zone)
    setWrong('wrong' in read ? read.wrong : {})
    if ('wrong' in read) return
    const result = await set({ messageId: message?.messageId ?? null, ...read.made })
    if ('error' in result) return say(result.error.message)
    say(words.saved, 'done')
    onDone()
  }
  return (
    <OpenedForm
      act={words.save}
      cancel={words.cancel}
      narrow
      aria-label={words.form}
      onCancel={onDone}
      onSend={send}
    >
      <Field
        label={words.french}
        detail={words.frenchHelp}
        startsFocused
        lines={2}
        maxLength={longestOfficeMessage}
        value={draft.text.fr}
        onChange={(text) => change({ text: { ...draft.text, fr: text } })}
      />
      <div className={form.pair}>
        <DateField
          label={words.fromDay}
          value={draft.from.day}
          error={wrong.fromDay}
          onChange={(day) => change({ from: { ...draft.from, day } })}
        />
        <Field
          label={words.fromHour}
          detail={words.hourHelp}
          value={draft.from.hour}
          error={wrong.fromHour}
          maxLength={10}
          onChange={(typed) => change({ from: { ...draft.from, hour: typed } })}
        />
      </div>
      <div className={form.pair}>
        <DateField
          label={words.toDay}
          value={draft.to.day}
          error={wrong.toDay}
          onChange={(day) => change({ to: { ...draft.to, day } })}
        />
        <Field
          label={words.toHour}
          detail={words.hourHelp}
          value={draft.to.hour}
          error={wrong.toHour}
          maxLength={10}
          onChange={(typed) => change({ to: { ...draft.to, hour: typed } })}
        />
      </div>
      <p className={form.small}>{words.otherHelp}</p>
      {otherLanguages.map((code) => (
        <div key={code} className={form.anyLanguage}>
          <Field
            label={words.other(languageNames[code])}
            lines={2}
            maxLength={longestOfficeMessage}
            value={draft.text[code] ?? ''}
            onChange={(text) => change({ text: { ...draft.text, [code]: text } })}
          />
        </div>
      ))}
    </OpenedForm>
  )
}

import { useState } from 'react'
import { visitEnds, type VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { Instant, LocalDate, ServiceId } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Text } from '../../shared/contract/text.ts'
import { dateIn, instantOf } from '../../shared/domain/core/calendar/instants.ts'
import { history } from '../../shared/messages/history/history.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { byHand } from '../../shared/messages/queue/closing.fr.ts'
import { noRecipient, recipientOf, type RecipientDraft } from '../partners/recipient.ts'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import { panelLater } from '../ui/later.tsx'
import { minutesTyped } from '../ui/spans.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { useAct } from '../link/hooks.ts'
import type { Present } from './names.ts'
import { PrintRule } from './PrintRule.tsx'
import { useTries } from '../people/useTries.ts'
import { Fields } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import form from '../ui/Form.module.css'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import style from './Supervision.module.css'
import { Panel } from '../ui/Table.tsx'

const words = byHand

/** The directory's list comes with the first person sent elsewhere: no page reads it before. */
const RecipientFields = panelLater(
  async () => (await import('../partners/RecipientFields.tsx')).RecipientFields,
)

const notReceived = ''
const blank = { arrived: '', started: '', ended: '' }
type Times = typeof blank

/** What was done by hand in a failure; and the papers with which an office goes on without a machine. */
export function ByHandPage({
  services,
  day,
}: {
  readonly services: Present['services']
  readonly day: Present['day']
}) {
  const act = useAct()
  const [message, setMessage] = useState('')
  return (
    <>
      <Panel title={words.title}>
        <ByHand services={services} date={day?.date} />
      </Panel>
      <Panel title={words.papers}>
        <p className={lettering.small}>{words.sheetHelp}</p>
        <div className={style.row}>
          <Button
            onPress={() =>
              void act('day.printSheet', {}).then((sent) => setMessage(sent ? words.sheetSent : ''))
            }
          >
            {words.sheet}
          </Button>
          <span role="status" className={lettering.small}>
            {message}
          </span>
          <PrintRule />
        </div>
      </Panel>
    </>
  )
}

/**
 * One line after the other, by keyboard: service, hours, issue; each takes its series' next number.
 * @param date that of the open day
 * @param startsFocused it was just asked for
 */
export function ByHand({
  services,
  date: open,
  startsFocused = false,
}: {
  readonly services: readonly { readonly serviceId: ServiceId; readonly name: Text }[]
  readonly date: LocalDate | undefined
  readonly startsFocused?: boolean
}) {
  const { zone } = useOffice()
  const now = useNow()
  const act = useAct()
  const [serviceId, setServiceId] = useState<ServiceId | null>(null)
  const [times, setTimes] = useState<Times>(blank)
  const [outcome, setOutcome] = useState<VisitEnd | typeof notReceived>('information')
  const [to, setTo] = useState<RecipientDraft>(noRecipient)
  const [wrong, setWrong] = useState<Partial<Times>>({})
  const [done, setDone] = useState('')
  const { form: place, again } = useTries()
  const service = serviceId ?? services[0]?.serviceId

  const send = async () => {
    // What was done by hand belongs to the day that is open, even past midnight.
    const date = open ?? dateIn(zone, now as Instant)
    const at = (text: string): Instant | null | undefined => {
      if (wordsIn(text) === '') return null
      const minutes = minutesTyped(text)
      return minutes === null ? undefined : instantOf(zone, date, minutes)
    }
    const arrivedAt = at(times.arrived)
    const startedAt = at(times.started)
    const endedAt = at(times.ended)
    const recipient = outcome === 'forwarded' ? recipientOf(to) : null
    setWrong({
      ...(arrivedAt == null ? { arrived: words.badTime } : {}),
      ...(startedAt === undefined ? { started: words.badTime } : {}),
      ...(endedAt === undefined ? { ended: words.badTime } : {}),
    })
    if (arrivedAt == null || startedAt === undefined || endedAt === undefined || service === undefined)
      return again()
    const output = await act('day.enterByHand', {
      serviceId: service,
      arrivedAt,
      startedAt,
      endedAt,
      outcome: outcome === notReceived ? null : outcome,
      ...(recipient && { to: recipient }),
    })
    if (!output) return
    setTo(noRecipient)
    setDone(words.done(ticketNumber(output.number)))
    setTimes(blank)
    // The next line begins by its first hour.
    place.current?.querySelector('input')?.focus()
  }

  return (
    <>
      <p className={lettering.small}>{words.help}</p>
      <Form ref={place} className={classes(style.form, style.wide)} onSend={send}>
        <Fields least={260}>
          {service !== undefined && (
            <Select
              label={words.service}
              value={service}
              onChange={setServiceId}
              options={services.map((each) => ({ value: each.serviceId, title: each.name.fr }))}
            />
          )}
          {(['arrived', 'started', 'ended'] as const).map((name) => (
            <Field
              key={name}
              label={words[name]}
              value={times[name]}
              error={wrong[name]}
              startsFocused={startsFocused && name === 'arrived'}
              maxLength={10}
              onChange={(value) => setTimes({ ...times, [name]: value })}
            />
          ))}
          <Select
            label={words.outcome}
            value={outcome}
            onChange={setOutcome}
            options={[
              ...visitEnds.map((value) => ({ value, title: history.outcomes[value] })),
              { value: notReceived, title: words.notReceived },
            ]}
          />
          {outcome === 'forwarded' && (
            <div className={form.wide}>
              <RecipientFields
                label={fileActs.fields.to}
                addressLabel={fileActs.fields.toAddress}
                draft={to}
                onChange={setTo}
              />
            </div>
          )}
        </Fields>
        <div className={style.row}>
          <Button type="submit" kind="primary">
            {words.act}
          </Button>
          <span role="status" className={lettering.small}>
            {done}
          </span>
        </div>
      </Form>
    </>
  )
}

import { useState } from 'react'
import { LocalDate, type Instant } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { history as words } from '../../shared/messages/history/history.fr.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { queueSettings } from '../../shared/messages/queue/settings.fr.ts'
import { ruleParagraph } from '../../shared/messages/queue/rule.fr.ts'
import { draftOf, rulesFrom, type QueueDraft, type QueueWrong } from '../settings/queue/queueDraft.ts'
import { QueueForm } from '../settings/queue/QueueForm.tsx'
import { useAct, useLink } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { dayOrNone } from '../ui/dates.ts'
import { Form } from '../ui/Form.tsx'
import lettering from '../ui/Lettering.module.css'
import { say } from '../link/notices.ts'
import { wait } from '../ui/figures.ts'
import { daysBefore } from './period.ts'
import { PrintRule } from './PrintRule.tsx'
import style from './Supervision.module.css'
import { Figure, Panel, Table } from '../ui/Table.tsx'

type View = Output<'rules.view'>
type Tried = Output<'rules.try'>

/** The rule as it is published, its settings, and a past day played again with others before they are applied. */
export function RulePage({
  rules: view,
  now,
  zone,
}: {
  readonly rules: View
  readonly now: number
  readonly zone: string
}) {
  const link = useLink()
  const act = useAct()
  const [typed, setTyped] = useState<QueueDraft | null>(null)
  const [wrong, setWrong] = useState<QueueWrong>({})
  const [date, setDate] = useState(String(daysBefore(dateIn(zone, now as Instant), 1)))
  const [dateLacks, setDateLacks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [applied, setApplied] = useState(false)
  const draft = typed ?? draftOf(view)
  if (!draft) return null
  const day = LocalDate.safeParse(date)

  const change = (next: QueueDraft) => {
    setTyped(next)
    setApplied(false)
    // What was played is of other settings than these.
    setTried(null)
  }
  const read = () => {
    const made = rulesFrom(draft)
    setWrong('wrong' in made ? made.wrong : {})
    return 'wrong' in made ? null : made.input
  }
  const play = async () => {
    if (busy) return
    setDateLacks(!day.success)
    const input = read()
    if (!input || !day.success) return
    setBusy(true)
    const result = await link.read('rules.try', { date: day.data, ...input })
    setBusy(false)
    if ('error' in result) say(result.error.message)
    else setTried(result.output)
  }
  const apply = async () => {
    const input = read()
    if (!input || !(await act('rules.set', input))) return
    setTyped(null)
    setApplied(true)
  }

  return (
    <>
      {view.rule && (
        <Panel title={words.ruleTitle}>
          <p className={lettering.paragraph}>{ruleParagraph(view.rule)}</p>
          <p className={lettering.note}>{words.ruleHelp}</p>
          <div className={style.row}>
            <PrintRule />
          </div>
        </Panel>
      )}
      <Panel title={words.settings}>
        <QueueForm draft={draft} wrong={wrong} onChange={change} />
        <Acts>
          <Button kind="primary" isDisabled={typed === null} onPress={() => void apply()}>
            {words.apply}
          </Button>
          {typed && (
            <Button
              kind="quiet"
              onPress={() => {
                setTyped(null)
                setWrong({})
                setTried(null)
              }}
            >
              {words.undo}
            </Button>
          )}
        </Acts>
        <p role="status" className={Object.keys(wrong).length > 0 ? lettering.wrong : lettering.note}>
          {Object.keys(wrong).length > 0
            ? queueSettings.wrong.some(Object.keys(wrong).length)
            : applied
              ? words.applied
              : ''}
        </p>
      </Panel>
      <Panel title={words.tryTitle}>
        <p className={lettering.small}>{words.tryHelp}</p>
        <Form className={style.line} onSend={play}>
          <DateField
            label={words.tryDay}
            value={dayOrNone(date)}
            onChange={(typed) => {
              setDate(typed ?? '')
              setDateLacks(false)
            }}
            error={dateLacks ? queueSettings.wrong.date : undefined}
          />
          <Acts>
            <Button type="submit" isDisabled={busy}>
              {words.try}
            </Button>
          </Acts>
        </Form>
        <p role="status" className={lettering.small}>
          {busy ? words.trying : ''}
        </p>
        {tried && <TriedTable tried={tried} services={view.services} />}
      </Panel>
    </>
  )
}

/** Each group before and after: what a setting would have changed that day. */
function TriedTable({ tried, services }: { readonly tried: Tried; readonly services: View['services'] }) {
  const columns = words.tryColumns
  const both = (before: string, after: string) => (before === after ? before : words.arrow(before, after))
  const caption = words.tried(calendarDate(tried.date), tried.people)
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { title: columns.group },
          { title: columns.people, figure: true },
          { title: columns.median, figure: true },
          { title: columns.p90, figure: true },
          { title: columns.unserved, figure: true },
        ]}
      >
        {tried.groups.map(({ serviceId, people, before, after }) => (
          <tr key={serviceId ?? ''}>
            <th scope="row">
              {serviceId === null
                ? words.priorities
                : (services.find((each) => each.serviceId === serviceId)?.name.fr ?? serviceId)}
            </th>
            <Figure>{count(people)}</Figure>
            <Figure>{both(wait(before.median), wait(after.median))}</Figure>
            <Figure>{both(wait(before.p90), wait(after.p90))}</Figure>
            <Figure>{both(count(before.unserved), count(after.unserved))}</Figure>
          </tr>
        ))}
      </Table>
      <p className={lettering.note}>{words.triedOvertakes(tried.overtakes.before, tried.overtakes.after)}</p>
    </>
  )
}

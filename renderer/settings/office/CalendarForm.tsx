import { useId, useState } from 'react'
import type { Calendar, Service } from '../../../shared/contract/office/settings.ts'
import { holidayPlaces } from '../../../shared/contract/office/settings.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { Choice } from '../../app/Choice.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import { calendarDraft, calendarFrom, type CalendarDraft, type CalendarWrong } from './calendarDraft.ts'
import { Closings, ExceptionalDays } from './DaysApart.tsx'
import { Form } from '../../ui/Form.tsx'
import halves from '../../ui/Halves.module.css'
import style from './CalendarForm.module.css'
import { SaveBar } from '../../ui/SaveBar.tsx'

const words = queueSettings.calendar

/** When the office is open: its week, the public holidays, the days unlike the others, « derniers tickets ». */
export function CalendarForm({
  calendar,
  services,
  onSet,
}: {
  readonly calendar: Calendar
  readonly services: readonly Service[]
  readonly onSet: (calendar: Calendar) => Promise<boolean>
}) {
  const [typed, setTyped] = useState<CalendarDraft | null>(null)
  const [wrong, setWrong] = useState<CalendarWrong>({})
  const [saved, setSaved] = useState(false)
  const form = useId()
  const draft = typed ?? calendarDraft(calendar)
  const change = (next: Partial<CalendarDraft>) => {
    setSaved(false)
    setTyped({ ...draft, ...next })
  }
  const save = async () => {
    const made = calendarFrom(draft, calendar.zone)
    setWrong('wrong' in made ? made.wrong : {})
    if ('wrong' in made || !(await onSet(made.calendar))) return
    setTyped(null)
    setSaved(true)
  }
  return (
    <>
      <div className={halves.halves}>
        <Form id={form} onSend={save}>
          <Group title={words.title}>
            <p className={style.help}>{words.help}</p>
            <Fields least={260}>
              {words.days.map((day, place) => (
                <Field
                  key={day}
                  label={day}
                  value={draft.week[place] ?? ''}
                  error={wrong[place]}
                  onChange={(text) =>
                    change({ week: draft.week.map((each, at) => (at === place ? text : each)) })
                  }
                />
              ))}
              <Field
                label={words.lastTickets}
                value={draft.lastTickets}
                error={wrong['lastTickets']}
                detail={words.lastTicketsHelp}
                inputMode="numeric"
                onChange={(lastTickets) => change({ lastTickets })}
              />
            </Fields>
          </Group>
          <Group title={words.holidays}>
            <Choice
              label={words.holidays}
              hidden
              value={draft.holidays}
              onChange={(holidays) => change({ holidays })}
              options={holidayPlaces.map((value) => ({
                value,
                title: words.territories[value],
              }))}
            />
          </Group>
        </Form>
        <div>
          <Closings closed={draft.closed} onChange={(closed) => change({ closed })} />
          <ExceptionalDays
            days={draft.exceptional}
            services={services}
            onChange={(exceptional) => change({ exceptional })}
          />
        </div>
      </div>
      <SaveBar
        form={form}
        changed={typed !== null}
        saved={saved}
        wrong={Object.keys(wrong).length}
        onCancel={() => {
          setTyped(null)
          setWrong({})
        }}
      />
    </>
  )
}

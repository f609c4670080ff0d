import { useId } from 'react'
import type { Service } from '../../../shared/contract/office/settings.ts'
import type { Calendar } from '../../../shared/contract/office/calendar.ts'
import { holidayPlaces } from '../../../shared/contract/office/calendar.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import { calendarDraft, calendarFrom, type CalendarDraft, type CalendarWrong } from './calendarDraft.ts'
import { Closings, ExceptionalDays } from './DaysApart.tsx'
import { Form } from '../../ui/Form.tsx'
import halves from '../../ui/Halves.module.css'
import style from './CalendarForm.module.css'
import { SaveBar, useEdited } from '../../ui/SaveBar.tsx'

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
  const form = useId()
  const { shown, wrong, set, save, bar } = useEdited<CalendarDraft, CalendarWrong>(calendarDraft(calendar))
  return (
    <>
      <div className={halves.halves}>
        <Form
          id={form}
          onSend={() => save(calendarFrom(shown, calendar.zone), (made) => onSet(made.calendar))}
        >
          <Group title={words.title}>
            <p className={style.help}>{words.help}</p>
            <Fields least={260}>
              {words.days.map((day, place) => (
                <Field
                  key={day}
                  label={day}
                  value={shown.week[place] ?? ''}
                  error={wrong[place]}
                  onChange={(text) =>
                    set({ week: shown.week.map((each, at) => (at === place ? text : each)) })
                  }
                />
              ))}
              <Field
                label={words.lastTickets}
                value={shown.lastTickets}
                error={wrong['lastTickets']}
                detail={words.lastTicketsHelp}
                inputMode="numeric"
                onChange={(lastTickets) => set({ lastTickets })}
              />
            </Fields>
          </Group>
          <Group title={words.holidays}>
            <Choice
              label={words.holidays}
              hidden
              value={shown.holidays}
              onChange={(holidays) => set({ holidays })}
              options={holidayPlaces.map((value) => ({
                value,
                title: words.territories[value],
              }))}
            />
          </Group>
        </Form>
        <div>
          <Closings closed={shown.closed} onChange={(closed) => set({ closed })} />
          <ExceptionalDays
            days={shown.exceptional}
            services={services}
            onChange={(exceptional) => set({ exceptional })}
          />
        </div>
      </div>
      <SaveBar form={form} {...bar} />
    </>
  )
}

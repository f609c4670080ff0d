import { useState } from 'react'
import { LocalDate, type ServiceId } from '../../../shared/contract/ids.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import type { Calendar } from '../../../shared/contract/office/calendar.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { Choice, Choices } from '../../ui/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form, OpenedForm } from '../../ui/Form.tsx'
import { classes } from '../../ui/classes.ts'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Fields } from '../../ui/Fields.tsx'
import lettering from '../../ui/Lettering.module.css'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { dayBlank, dayFrom, type DayDraft } from './calendarDraft.ts'
import style from './CalendarForm.module.css'
import { spansWritten } from '../../ui/spans.ts'

const words = queueSettings.calendar
type ExceptionalDay = Calendar['exceptional'][number]

/** Days on which the whole office is closed. They are kept with the week. */
export function Closings({
  closed,
  onChange,
}: {
  readonly closed: readonly LocalDate[]
  readonly onChange: (closed: readonly LocalDate[]) => void
}) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const date = LocalDate.safeParse(typed)
    setWrong(!date.success)
    if (!date.success) return
    setTyped('')
    if (!closed.includes(date.data)) onChange([...closed, date.data].toSorted())
  }
  return (
    <Group title={words.closings}>
      {closed.length === 0 && <p className={style.help}>{words.noneClosing}</p>}
      <Rows label={words.closings}>
        {closed.map((date) => (
          <Row key={date}>
            <About>{calendarDate(date)}</About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(calendarDate(date))}
              onPress={() => onChange(closed.filter((each) => each !== date))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      <Form className={classes(style.row, style.closing)} onSend={add}>
        <DateField
          label={words.closingAdd}
          value={dayOrNone(typed)}
          onChange={(day) => setTyped(day ?? '')}
          error={wrong ? queueSettings.wrong.date : undefined}
        />
        <Button type="submit">{words.add}</Button>
      </Form>
    </Group>
  )
}

/** Days that win over the week and the holidays, for all services or some, each with why. */
export function ExceptionalDays({
  days,
  services,
  onChange,
}: {
  readonly days: readonly ExceptionalDay[]
  readonly services: readonly Service[]
  readonly onChange: (days: readonly ExceptionalDay[]) => void
}) {
  const [adding, setAdding] = useState(false)
  const named = new Map(services.map(({ serviceId, name }) => [serviceId, name.fr]))
  return (
    <Group title={words.exceptional}>
      <p className={style.help}>{words.exceptionalHelp}</p>
      {days.length === 0 && <p className={style.help}>{words.none}</p>}
      <Rows label={words.exceptional}>
        {days.map((day) => (
          <Row key={`${day.date} ${day.label} ${day.services?.join(' ')}`}>
            <About>
              <span className={lettering.strong}>{calendarDate(day.date)}</span>{' '}
              {spansWritten(day.spans) || words.closed}
              <br />
              {[
                day.label,
                day.services?.map((serviceId) => named.get(serviceId) ?? serviceId).join(', ') ??
                  words.allServices,
              ].join(' · ')}
            </About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(calendarDate(day.date))}
              onPress={() => onChange(days.filter((each) => each !== day))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      {adding ? (
        <AddDay
          services={services}
          onCancel={() => setAdding(false)}
          onAdd={(day) => {
            setAdding(false)
            onChange([...days, day].toSorted((a, b) => (a.date < b.date ? -1 : 1)))
          }}
        />
      ) : (
        <div className={style.row}>
          <Button onPress={() => setAdding(true)}>{words.exceptionalAdd}</Button>
        </div>
      )}
    </Group>
  )
}

function AddDay({
  services,
  onAdd,
  onCancel,
}: {
  readonly services: readonly Service[]
  readonly onAdd: (day: ExceptionalDay) => void
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState<DayDraft>(dayBlank)
  const [wrong, setWrong] = useState<Readonly<Partial<Record<keyof DayDraft, string>>>>({})
  const of = fieldsOf(draft, (part) => setDraft({ ...draft, ...part }), wrong)
  return (
    <OpenedForm
      act={words.add}
      cancel={queueSettings.cancel}
      onCancel={onCancel}
      onSend={() => {
        const made = dayFrom(draft)
        setWrong('wrong' in made ? made.wrong : {})
        if ('day' in made) onAdd(made.day)
      }}
    >
      <Fields least={260}>
        <DateField
          label={words.date}
          startsFocused
          value={dayOrNone(draft.date)}
          error={wrong.date}
          onChange={(date) => setDraft({ ...draft, date: date ?? '' })}
        />
        <Field label={words.spans} {...of('spans')} detail={words.spansHelp} />
        <Field label={words.label} {...of('label')} maxLength={200} />
      </Fields>
      <Choice
        label={words.which}
        value={draft.services === null ? 'all' : 'some'}
        onChange={(which) => setDraft({ ...draft, services: which === 'all' ? null : [] })}
        options={[
          { value: 'all', title: words.allServices },
          { value: 'some', title: words.someServices },
        ]}
      />
      {draft.services !== null && (
        <Choices<ServiceId>
          label={words.which}
          values={draft.services}
          onChange={(chosen) => setDraft({ ...draft, services: chosen })}
          options={services.map(({ serviceId, name }) => ({ value: serviceId, title: name.fr }))}
        />
      )}
      {wrong.services !== undefined && <p className={lettering.wrong}>{wrong.services}</p>}
    </OpenedForm>
  )
}

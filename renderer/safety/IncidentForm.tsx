import { useState } from 'react'
import type { CounterId, Instant, LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { IncidentNature } from '../../shared/contract/safety/calls.ts'
import { instantOf } from '../../shared/domain/core/calendar/instants.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { safetyWords } from '../../shared/messages/safety/safety.fr.ts'
import { minutesTyped } from '../ui/spans.ts'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { dayIn } from '../ui/dates.ts'
import { useCommand } from '../link/hooks.ts'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import style from './Safety.module.css'

const words = safetyWords.form
type Safety = Output<'safety.view'>
const noPlace = ''

/** The facts of an incident: the hour and the place are filled in from the alert, when there was one. */
export function IncidentForm({
  alert,
  whole = false,
  held = null,
  counters,
  onSaved,
  onLeave,
}: {
  readonly alert: Safety['alerts'][number] | null
  /** The form is the whole page. */
  readonly whole?: boolean
  /** The counter of whoever fills it, where there was no alert. */
  readonly held?: CounterId | null
  readonly counters: Safety['counters']
  readonly onSaved: () => void
  readonly onLeave: () => void
}) {
  const { zone } = useOffice()
  const now = useNow()
  const record = useCommand('incident.record')
  const [began] = useState(alert?.at ?? (now as Instant))
  const [day, setDay] = useState<LocalDate | null>(dayIn(zone, began))
  const [time, setTime] = useState(hour(began, zone))
  const [counterId, setCounterId] = useState<string>(alert?.counterId ?? held ?? noPlace)
  const [nature, setNature] = useState<IncidentNature>('words')
  const [facts, setFacts] = useState('')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)

  const Heading = whole ? 'h1' : 'h2'

  const save = async () => {
    const minutes = minutesTyped(time)
    const untouched = day === dayIn(zone, began) && time === hour(began, zone)
    const happenedAt =
      day === null || minutes === null ? null : untouched ? began : instantOf(zone, day, minutes)
    if (happenedAt === null) return setWrong(true)
    setWrong(false)
    setBusy(true)
    const result = await record({
      alertId: alert?.alertId ?? null,
      counterId: counterId === noPlace ? null : (counterId as CounterId),
      happenedAt,
      nature,
      facts,
    })
    setBusy(false)
    if ('output' in result) onSaved()
  }
  return (
    <Form
      aria-label={words.title}
      className={style.form}
      onSend={() => {
        if (!busy) void save()
      }}
    >
      <Heading className={lettering.title}>{words.title}</Heading>
      <p className={style.small}>{words.help}</p>
      <div className={style.row}>
        <DateField label={words.date} value={day} onChange={setDay} />
        <Field label={words.when} value={time} onChange={setTime} />
      </div>
      {wrong && <p role="alert">{words.wrongTime}</p>}
      <div className={style.row}>
        {alert === null ? (
          <Select
            label={words.place}
            value={counterId}
            options={[
              { value: noPlace, title: words.noPlace },
              ...counters.map((counter) => ({ value: counter.counterId as string, title: counter.name })),
            ]}
            onChange={setCounterId}
          />
        ) : (
          <p>
            {words.place}&nbsp;: {alert.place ?? words.noPlace}
          </p>
        )}
        <Select
          label={words.nature}
          value={nature}
          options={IncidentNature.options.map((value) => ({ value, title: safetyWords.natures[value] }))}
          onChange={setNature}
        />
      </div>
      <Field
        label={words.facts}
        detail={words.factsDetail}
        lines={5}
        maxLength={4000}
        value={facts}
        onChange={setFacts}
      />
      <div className={style.row}>
        <Button kind="primary" type="submit" isDisabled={busy}>
          {words.save}
        </Button>
        <Button onPress={onLeave}>{words.leave}</Button>
      </div>
    </Form>
  )
}

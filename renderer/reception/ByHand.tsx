import { useRef, useState } from 'react'
import { Outcome } from '../../shared/contract/documents.ts'
import type { Instant, LocalDate } from '../../shared/contract/ids.ts'
import { instantOf } from '../../shared/domain/calendar/instants.ts'
import { fr } from '../../shared/messages/fr.ts'
import { reception as words } from '../../shared/messages/reception.fr.ts'
import { Field } from '../ui/Field.tsx'
import type { Queue, ReceptionActs } from './acts.ts'
import { ActFoot, ActForm } from './Act.tsx'
import style from './ByHand.module.css'
import type { DoneAct } from './Done.tsx'
import { minutesTyped } from './match.ts'
import { PickList } from './PickList.tsx'

const nothing = { arrived: '', started: '', ended: '' }
type Hour = keyof typeof nothing

/** A visit that was noted on the morning sheet while nothing worked: one line at a time, marked as entered afterwards. */
export function ByHand({
  services,
  date,
  zone,
  open,
  acts,
  onDone,
}: {
  readonly services: Queue['services']
  readonly date: LocalDate | null
  readonly zone: string
  readonly open: boolean
  readonly acts: Pick<ReceptionActs, 'enterByHand'>
  readonly onDone: (done: DoneAct) => void
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [hours, setHours] = useState(nothing)
  const [outcome, setOutcome] = useState<Outcome | ''>('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const act = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const service = services.find(({ serviceId }) => serviceId === chosen)

  const wrong = (hour: Hour) => {
    const text = hours[hour].trim()
    return text === '' ? hour === 'arrived' : minutesTyped(text) === null
  }
  const at = (hour: Hour): Instant | null => {
    const minutes = minutesTyped(hours[hour])
    return minutes === null || date === null ? null : instantOf(zone, date, minutes)
  }
  const reset = () => {
    setHours(nothing)
    setOutcome('')
    setAsked(false)
  }
  const enter = async () => {
    setAsked(true)
    const arrivedAt = at('arrived')
    if (!service || arrivedAt === null || wrong('started') || wrong('ended') || busy) return
    setBusy(true)
    const result = await acts.enterByHand({
      serviceId: service.serviceId,
      arrivedAt,
      startedAt: at('started'),
      endedAt: at('ended'),
      outcome: outcome === '' ? null : outcome,
    })
    setBusy(false)
    if ('error' in result) return
    reset()
    onDone({ is: 'entered', motive: service.name.fr, number: result.output.number })
    // The next line of the sheet is most often of the same service.
    form.current?.querySelector('input')?.focus()
  }
  const field = (hour: Hour, label: string, detail: string) => (
    <Field
      label={label}
      value={hours[hour]}
      onChange={(text) => setHours({ ...hours, [hour]: text })}
      maxLength={7}
      autoComplete="off"
      detail={detail}
      error={asked && wrong(hour) ? words.handBad : undefined}
    />
  )

  return (
    <ActForm
      title={words.handTitle}
      onAct={() => void enter()}
      onCancel={reset}
      foot={
        <ActFoot
          act={act}
          label={words.handEnter}
          disabled={!open || !service}
          hint={open ? words.handHelp : words.dayClosed}
          onCancel={reset}
        />
      }
    >
      <PickList
        label={words.handService}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id)
          form.current?.querySelector('input')?.focus()
        }}
        picks={services.map(({ serviceId, name }) => ({ id: serviceId, title: name.fr }))}
      />
      <div ref={form} className={style.hours}>
        {field('arrived', words.handArrived, words.handHour)}
        {field('started', words.handStarted, words.handEmpty)}
        {field('ended', words.handEnded, words.handEmpty)}
      </div>
      <label className={style.outcome}>
        <span className={style.label}>{words.handOutcome}</span>
        <select
          className={style.select}
          value={outcome}
          onChange={(event) => {
            const given = Outcome.safeParse(event.target.value)
            setOutcome(given.success ? given.data : '')
          }}
        >
          <option value="">{words.handNone}</option>
          {Outcome.options.map((value) => (
            <option key={value} value={value}>
              {fr.counter.outcomes[value]}
            </option>
          ))}
        </select>
      </label>
    </ActForm>
  )
}

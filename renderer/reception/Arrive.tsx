import { useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Ground } from '../../shared/contract/queue/rules.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import type { Appointment, Appointments, ReceptionActs } from './acts.ts'
import { PanelFoot, PanelForm } from './PanelForm.tsx'
import type { DoneAct } from './Done.tsx'
import { matches } from './match.ts'
import { useEngaged } from './engaged.ts'
import { Needs, needsGiven, noNeeds } from './Needs.tsx'
import { PickList } from './PickList.tsx'
import { Search } from './Search.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Arrive.module.css'

/** Whoever is not here yet can still come: a late person has another rank, never a refusal. */
const awaited = ({ state }: Appointment): boolean =>
  state === 'expected' || state === 'late' || state === 'missed'

const detailOf = ({ name, code, files }: Appointment): string =>
  [name, code === null ? null : words.code(code), files > 1 ? words.files(files) : null]
    .filter((part) => part !== null)
    .join(' · ')

/** Who comes at their hour: found by code or by name, or in the day's list. */
export function Arrive({
  appointments: { appointments },
  grounds,
  zone,
  open,
  acts,
  onEngage,
  onDone,
}: {
  readonly appointments: Appointments
  readonly grounds: readonly Ground[]
  readonly zone: string
  readonly open: boolean
  readonly acts: Pick<ReceptionActs, 'arrive'>
  readonly onEngage: (engaged: boolean) => void
  readonly onDone: (done: DoneAct) => void
}) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [needs, setNeeds] = useState(noNeeds)
  const [busy, setBusy] = useState(false)
  const act = useRef<HTMLButtonElement>(null)
  const awaitedToday = appointments.filter(awaited)
  const found = awaitedToday.filter(({ title, name, code }) => matches(typed, [name, code, title.fr]))
  const appointment = awaitedToday.find(({ appointmentId }) => appointmentId === chosen)
  const text = wordsIn(typed)
  useEngaged(onEngage, appointment !== undefined)

  const choose = (id: string) => {
    setChosen(id)
    act.current?.focus({ preventScroll: true })
  }
  const reset = () => {
    setTyped('')
    setChosen(null)
    setNeeds(noNeeds)
  }
  const arrive = async () => {
    if (!appointment && found.length > 0) {
      if (text !== '' && found[0]) choose(found[0].appointmentId)
      return
    }
    if (busy || !open || (!appointment && text === '')) return
    setBusy(true)
    // What the list doesn't hold (200 lines, a name already erased) is asked of the host as it was typed.
    const who = appointment
      ? { appointmentId: appointment.appointmentId }
      : /\d/.test(text)
        ? { code: text }
        : { name: text }
    const result = await acts.arrive({ ...who, ...needsGiven(needs) })
    setBusy(false)
    if ('error' in result) return
    reset()
    const { startsAt, keptFrom, late, serviceId } = result.output
    const motive = (appointment ?? appointments.find((each) => each.serviceId === serviceId))?.title.fr ?? ''
    const kept = keptFrom === undefined ? {} : { keptFrom }
    onDone({ is: 'arrived', motive, ticket: result.output, startsAt, ...kept, late })
  }

  return (
    <PanelForm
      title={words.acts.arrivals.title}
      onAct={() => void arrive()}
      onCancel={reset}
      dock={<Needs grounds={grounds} said={needs} onSay={setNeeds} digits={appointment !== undefined} />}
      foot={
        <PanelFoot
          act={act}
          label={!appointment && text !== '' && found.length === 0 ? words.arriveTry(text) : words.arrive}
          disabled={!open || (!appointment && text === '')}
          hint={open ? (appointment ? appointment.title.fr : words.chooseAppointment) : words.dayClosed}
          onCancel={reset}
        />
      }
    >
      <Search
        label={words.arriveField}
        letter="S"
        value={typed}
        startsFocused
        onChange={(value) => {
          setTyped(value)
          setChosen(null)
        }}
        detail={text !== '' && found.length === 0 ? words.arriveNone : undefined}
      />
      {awaitedToday.length === 0 && <p className={lettering.small}>{words.arriveEmpty}</p>}
      <PickList
        label={words.arriveList}
        chosen={chosen}
        onChoose={choose}
        picks={found.map((each) => ({
          id: each.appointmentId,
          before: hour(each.startsAt, zone),
          title: each.title.fr,
          detail: detailOf(each),
          aside: <span className={style.state}>{words.appointmentStates[each.state]}</span>,
        }))}
      />
    </PanelForm>
  )
}

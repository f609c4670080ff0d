import { useRef, useState } from 'react'
import type { Ground } from '../../shared/contract/queue/rules.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import type { Motive, ReceptionActs } from './acts.ts'
import { PanelFoot, PanelForm } from './PanelForm.tsx'
import type { DoneAct } from './Done.tsx'
import { barOf, doubtOf, motiveKey } from './motive.ts'
import { MotiveSearch, useMotiveSearch } from './MotiveSearch.tsx'
import { useEngaged } from './engaged.ts'
import { Bringing, Needs, needsGiven, noNeeds } from './Needs.tsx'
import { Offers } from './Offers.tsx'
import { Wait } from './Wait.tsx'

/** A ticket for who doesn't take one at the kiosk: what they come for, a priority whose proof is seen, the help they need. */
export function Give({
  motives,
  grounds,
  zone,
  open,
  printsTickets,
  acts,
  onEngage,
  onDone,
}: {
  readonly motives: readonly Motive[]
  readonly grounds: readonly Ground[]
  readonly zone: string
  readonly open: boolean
  readonly printsTickets: boolean
  readonly acts: Pick<ReceptionActs, 'take' | 'book' | 'certify'>
  readonly onEngage: (engaged: boolean) => void
  readonly onDone: (done: DoneAct) => void
}) {
  const search = useMotiveSearch(motives)
  const { motive } = search
  useEngaged(onEngage, motive !== undefined)
  const [needs, setNeeds] = useState(noNeeds)
  const [requests, setRequests] = useState(1)
  const [busy, setBusy] = useState(false)
  const act = useRef<HTMLButtonElement>(null)
  const due = grounds.find(({ groundId }) => groundId === needs.priority?.groundId)?.priority === 'deadline'
  const bar = motive ? barOf(motive, due) : null

  const choose = (next: Motive) => {
    search.choose(next)
    act.current?.focus({ preventScroll: true })
  }
  const reset = () => {
    search.clear()
    setNeeds(noNeeds)
    setRequests(1)
  }
  const give = async () => {
    // Enter in the search takes the first that it found; a second one gives the ticket.
    if (!motive) {
      if (search.first) choose(search.first)
      return
    }
    if (busy || !open || bar !== null) return
    setBusy(true)
    const { serviceId, procedureId, purpose, title } = motive
    const result = await acts.take({
      serviceId,
      ...(procedureId === null ? {} : { procedureId }),
      purpose,
      requests,
      ...needsGiven(needs),
    })
    setBusy(false)
    if ('error' in result) return
    reset()
    onDone({ is: 'given', motive: title.fr, ticket: result.output, ahead: result.output.ahead })
  }

  return (
    <PanelForm
      title={words.acts.tickets.title}
      onAct={() => void give()}
      onCancel={reset}
      dock={
        <>
          <Needs grounds={grounds} said={needs} onSay={setNeeds} digits={motive !== undefined} />
          <Bringing
            requests={requests}
            onRequests={setRequests}
            lang={needs.lang}
            onLang={(lang) => setNeeds({ ...needs, lang })}
          />
        </>
      }
      foot={
        <>
          {motive && doubtOf(motive) !== null && (
            <Offers
              key={motiveKey(motive)}
              motive={motive}
              zone={zone}
              acts={acts}
              onDone={(done) => {
                reset()
                onDone(done)
              }}
            />
          )}
          <PanelFoot
            act={act}
            label={printsTickets ? words.print : words.give}
            disabled={!open || bar !== null}
            hint={hintOf(motive, open, due)}
            onCancel={reset}
          />
        </>
      }
    >
      <MotiveSearch
        search={search}
        onChoose={choose}
        aside={(each) => <Wait motive={each} zone={zone} />}
        others={words.otherMotives}
      />
    </PanelForm>
  )
}

function hintOf(motive: Motive | undefined, open: boolean, due: boolean): string {
  if (!open) return words.dayClosed
  if (!motive) return words.chooseFirst
  switch (barOf(motive, due)) {
    case 'closed':
      return words.closedNow(motive.closed?.words ?? null)
    case 'appointment':
      return words.byAppointment
    case null:
      return motive.title.fr
  }
}

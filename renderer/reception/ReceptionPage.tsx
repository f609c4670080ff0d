import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Header } from '../people/Header.tsx'
import { ByHand } from '../supervision/ByHand.tsx'
import { Notices } from '../ui/Notices.tsx'
import { Column } from '../ui/Column.tsx'
import { Status } from '../ui/Status.tsx'
import { Acts } from './Acts.tsx'
import type { Appointments, Panel, Queue, ReceptionActs, ReceptionView } from './acts.ts'
import { Arrive } from './Arrive.tsx'
import { ByNumber } from './ByNumber.tsx'
import { Collect } from './Collect.tsx'
import { Done, type DoneAct } from './Done.tsx'
import { Give } from './Give.tsx'
import { Piece } from './Piece.tsx'
import page from '../ui/Page.module.css'
import style from './Reception.module.css'
import { Troubles } from './Troubles.tsx'
import { AppointmentsToday, Counters, MustReturn } from './Room.tsx'

const panelTitle = (panel: Panel): string => (panel === 'byHand' ? words.handTitle : words.acts[panel].title)

/** The agent at the entrance: six acts by their figures; the day's appointments, who must return, the counters. */
export function ReceptionPage({
  view,
  appointments,
  queue,
  now,
  acts,
}: {
  readonly view: ReceptionView
  readonly appointments: Appointments
  readonly queue: Queue
  readonly now: number
  readonly acts: ReceptionActs
}) {
  const { zone, dayOpen: open, motives, grounds, printsTickets } = view
  const [panel, setPanel] = useState<Panel>('tickets')
  const [done, setDone] = useState<DoneAct | null>(null)
  /** Somebody is chosen: the figures are the act's. */
  const [engaged, setEngaged] = useState(false)
  const openPanel = (next: Panel) => {
    setPanel(next)
    setDone(null)
  }
  const shared = { open, acts, onDone: setDone }
  const title = panelTitle(panel)
  return (
    <div className={page.page}>
      <Header
        title={words.title}
        help={help.reception}
        state={
          open ? (
            <Status tone="done" icon={<CircleCheck aria-hidden size={20} />}>
              {words.open}
            </Status>
          ) : (
            <Status tone="attention" icon={<CircleSlash aria-hidden size={20} />}>
              {words.closed}
            </Status>
          )
        }
        detail={
          open && view.closesAt !== null
            ? `${view.officeName}, ${words.closesAt(hour(view.closesAt, zone))}`
            : view.officeName
        }
        aside={words.peopleWait(view.waiting)}
      />
      <main className={style.columns} aria-label={words.title}>
        <Column label={words.columns.acts} className={style.acts}>
          <Acts
            counts={view.counts}
            jobs={view.jobs}
            panel={panel}
            digits={!engaged}
            onPanel={openPanel}
            acts={acts}
          />
        </Column>
        <Column label={title} className={style.panel}>
          <Boundary key={panel} name={title}>
            {done && (
              <Done
                done={done}
                folded={engaged}
                zone={zone}
                printsTickets={printsTickets}
                notices={view.notices ?? []}
                numbersFor={view.numbersFor ?? []}
                jobs={view.jobs}
                acts={acts}
              />
            )}
            {panel === 'tickets' && (
              <Give
                {...shared}
                onEngage={setEngaged}
                motives={motives}
                grounds={grounds}
                zone={zone}
                printsTickets={printsTickets}
              />
            )}
            {panel === 'arrivals' && (
              <Arrive
                {...shared}
                onEngage={setEngaged}
                appointments={appointments}
                grounds={grounds}
                zone={zone}
              />
            )}
            {panel === 'pieces' && <Piece {...shared} motives={motives} />}
            {panel === 'byHand' && <ByHand services={queue.services} date={queue.day?.date} startsFocused />}
            {panel === 'titles' && (
              <Collect {...shared} motives={motives} zone={zone} printsTickets={printsTickets} />
            )}
          </Boundary>
        </Column>
        <Column label={words.columns.day} raised className={style.day}>
          <Boundary name={words.columns.day}>
            <Troubles jobs={view.jobs} printers={view.printers} acts={acts} />
            <AppointmentsToday
              appointments={appointments}
              zone={zone}
              now={now}
              acts={acts}
              onAll={() => openPanel('arrivals')}
            />
            <MustReturn parked={view.parked} absent={view.absent} zone={zone} now={now} acts={acts} />
            <Counters counters={view.counters} zone={zone} />
            <ByNumber view={view} queue={queue} zone={zone} acts={acts} />
          </Boundary>
        </Column>
      </main>
      <Notices dismiss={appWords.dismiss} inPlace />
    </div>
  )
}

import { CircleAlert, DoorOpen, LogOut, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import style from './Supervision.module.css'
import type { SupervisionActs } from './SupervisionPage.tsx'

type Queue = Output<'queue.view'>
const words = pages.supervision

/** Each thing to decide with what decides it: the day, a service that nobody serves. */
export function Decisions({
  queue,
  zone,
  acts,
}: {
  readonly queue: Queue
  readonly zone: string
  readonly acts: SupervisionActs
}) {
  return (
    <section aria-label={words.decide} className={style.decisions}>
      {unserved(queue).map(({ serviceId, name, waiting, since }) => (
        <Decision
          key={serviceId}
          tone="stop"
          icon={<CircleAlert aria-hidden size={24} />}
          title={words.noCounter(name.fr)}
          help={words.noCounterHelp(waiting, since === null ? null : hour(since, zone))}
        />
      ))}
      {queue.day ? (
        <CloseDay queue={queue} acts={acts} />
      ) : (
        <Decision
          tone="attention"
          icon={<DoorOpen aria-hidden size={24} />}
          title={words.openTitle}
          help={words.openHelp}
        >
          <Button kind="primary" onPress={acts.openDay}>
            {words.open}
          </Button>
        </Decision>
      )}
    </section>
  )
}

/** Services for which someone waits and no open counter can receive. `since`: null when the first is beyond the rows. */
function unserved({ services, counters, waiting }: Queue) {
  const served = new Set(counters.filter(({ open }) => open).flatMap((counter) => counter.services))
  return services
    .filter(({ serviceId, waiting: people }) => people > 0 && !served.has(serviceId))
    .map((service) => ({
      ...service,
      since: waiting.find(({ serviceId }) => serviceId === service.serviceId)?.since ?? null,
    }))
}

/** Closing is asked twice in place; refused while someone is unsettled, with who. */
function CloseDay({ queue, acts }: { readonly queue: Queue; readonly acts: SupervisionActs }) {
  // `back`: the question was answered no, so that the focus comes back to the button that asked it.
  const [step, setStep] = useState<'idle' | 'asking' | 'refused' | 'back'>('idle')
  const received = queue.services.reduce((sum, service) => sum + service.received, 0)
  const atCounters = queue.counters.flatMap(({ ticket, name }) =>
    ticket ? [words.unsettledAt(ticketNumber(ticket.number), name.fr)] : [],
  )
  const settled = queue.total === 0 && atCounters.length === 0

  const close = async () => {
    const result = await acts.closeDay()
    setStep('error' in result && result.error.code === 'peopleUnsettled' ? 'refused' : 'idle')
  }

  if (step === 'refused' && !settled)
    return (
      <Decision
        tone="stop"
        icon={<Users aria-hidden size={24} />}
        title={words.unsettledTitle}
        help={words.unsettledHelp(queue.total, atCounters.length)}
      >
        <ul role="list" className={style.unsettled}>
          {[...atCounters, ...queue.waiting.map(({ number }) => ticketNumber(number))]
            .slice(0, 40)
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
        <Button autoFocus onPress={() => setStep('back')}>
          {words.closeKeep}
        </Button>
      </Decision>
    )
  return (
    <Decision
      tone="plain"
      icon={<LogOut aria-hidden size={24} />}
      title={words.closeTitle}
      help={step === 'refused' ? words.settled : words.closeHelp(received)}
    >
      {step === 'asking' ? (
        <>
          <Button kind="primary" autoFocus onPress={() => void close()}>
            {words.closeConfirm}
          </Button>
          <Button onPress={() => setStep('back')}>{words.closeKeep}</Button>
        </>
      ) : (
        <Button autoFocus={step === 'back'} onPress={() => setStep('asking')}>
          {words.close}
        </Button>
      )}
    </Decision>
  )
}

const Decision = ({
  tone,
  icon,
  title,
  help,
  children,
}: {
  readonly tone: 'plain' | 'attention' | 'stop'
  readonly icon: ReactNode
  readonly title: string
  readonly help: string
  readonly children?: ReactNode
}) => (
  <Card tone={tone} label={title} className={style.decision}>
    <span className={tone === 'plain' ? undefined : style[tone]}>{icon}</span>
    <div className={style.deciding}>
      <h2 className={style.question}>{title}</h2>
      <p className={style.small}>{help}</p>
      {children !== undefined && <div className={style.buttons}>{children}</div>}
    </div>
  </Card>
)

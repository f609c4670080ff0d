import { CircleAlert } from 'lucide-react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import type { ReceptionActs, ReceptionView } from './acts.ts'
import style from './Troubles.module.css'

/** Papers that wait for someone: the printer's sentence, a new try, or another printer. Nothing when all print. */
export function Troubles({
  jobs,
  printers,
  acts,
}: {
  readonly jobs: ReceptionView['jobs']
  readonly printers: ReceptionView['printers']
  readonly acts: Pick<ReceptionActs, 'retry' | 'redirect'>
}) {
  const troubled = jobs.filter(({ problem, state }) => problem !== null && state !== 'printed')
  if (troubled.length === 0) return null
  return (
    <Card tone="attention" label={words.printers} className={style.troubles}>
      {troubled.slice(0, 3).map(({ jobId, title, problem, printerId }) => (
        <div key={jobId} role="status" className={style.trouble}>
          <p className={style.title}>
            <CircleAlert aria-hidden size={18} /> {title}
          </p>
          <p>{problem}</p>
          <Acts room="above">
            <Button size="dense" onPress={() => void acts.retry({ jobId })}>
              {words.retry}
            </Button>
            {printers
              .filter((printer) => printer.printerId !== printerId)
              .map((printer) => (
                <Button
                  key={printer.printerId}
                  size="dense"
                  onPress={() => void acts.redirect({ jobId, printerId: printer.printerId })}
                >
                  {words.sendTo(printer.name)}
                </Button>
              ))}
          </Acts>
        </div>
      ))}
    </Card>
  )
}

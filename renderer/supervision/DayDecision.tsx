import { DoorOpen, LogOut } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { homeWords } from '../../shared/messages/office/home.fr.ts'
import { useAct, useLink, useView } from '../link/hooks.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { say } from '../link/notices.ts'
import { DayEnded, dayHasEnded } from './DayEnded.tsx'
import { Card } from '../ui/Card.tsx'
import type { Present } from './names.ts'
import type { GoTo } from './places.ts'
import style from './Supervision.module.css'

const words = supervision.day

/** The day itself: opened by one press, closed by two; refused while someone is unsettled, on the closing screen. */
export function DayDecision({ view, goTo }: { readonly view: Present; readonly goTo: GoTo }) {
  const link = useLink()
  const act = useAct()
  const { zone } = useOffice()
  const closed = useView('office.view', {})?.closed
  // `back`: the question was answered no, so that the focus comes back to the button that asked it.
  const [step, setStep] = useState<'idle' | 'asking' | 'back'>('idle')

  const close = async () => {
    const result = await link.act('day.close', {})
    setStep('idle')
    if (!('error' in result)) return view.day === null ? undefined : dayHasEnded(view.day.date)
    if (result.error.code === 'peopleUnsettled') goTo('closing')
    else say(result.error.message)
  }

  if (view.day === null) {
    const help = closed ? [words.openHelp, homeWords.day.over(closed.reopensAt, zone)] : [words.openHelp]
    return (
      <>
        <DayEnded />
        <DecisionCard
          tone="attention"
          icon={<DoorOpen aria-hidden size={24} />}
          title={words.openTitle}
          help={help.join(' ')}
        >
          <div className={style.row}>
            <Button kind="primary" onPress={() => void act('day.open', {})}>
              {words.open}
            </Button>
          </div>
        </DecisionCard>
      </>
    )
  }
  return (
    <section aria-label={words.closeTitle} className={style.across}>
      <LogOut aria-hidden size={24} />
      <h2 className={lettering.strong}>{words.closeTitle}</h2>
      <p className={lettering.small}>{words.closeHelp(view.traces.ended)}</p>
      {/* The keys make each question's buttons new elements, so that the focus goes to the first of them. */}
      <span className={style.end}>
        {step === 'asking' ? (
          <>
            <Button key="yes" kind="primary" autoFocus onPress={() => void close()}>
              {words.closeConfirm}
            </Button>
            <Button key="no" onPress={() => setStep('back')}>
              {words.closeKeep}
            </Button>
          </>
        ) : (
          <>
            {view.unsettled.total > 0 && (
              <Button key="settle" kind="quiet" onPress={() => goTo('closing')}>
                {words.settle}
              </Button>
            )}
            <Button key="close" autoFocus={step === 'back'} onPress={() => setStep('asking')}>
              {words.close}
            </Button>
          </>
        )}
      </span>
    </section>
  )
}

/** What is the matter, in a sentence, then what can be done. */
const DecisionCard = ({
  tone,
  icon,
  title,
  help,
  children,
}: {
  readonly tone: 'attention' | 'stop'
  readonly icon: ReactNode
  readonly title: string
  readonly help: string
  readonly children?: ReactNode
}) => (
  <Card tone={tone} label={title} className={style.decision}>
    <span className={style[tone]}>{icon}</span>
    <div className={style.deciding}>
      <h2 className={lettering.heading}>{title}</h2>
      <p className={lettering.small}>{help}</p>
      {children}
    </div>
  </Card>
)

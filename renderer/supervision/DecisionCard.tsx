import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'

/** What is the matter, in a sentence, then what can be done. */
export const DecisionCard = ({
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

import { useId, type ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import { Acts, type OneAct } from './Acts.tsx'
import style from './Needs.module.css'

/** One line of the first page: what it is about, a figure, what it needs, the acts that answer it. */
export function NeedLine({
  tone,
  name,
  figure,
  unit,
  under,
  need,
  detail,
  acts,
}: {
  readonly tone: 'stop' | 'attention' | 'calm'
  readonly name: string
  readonly figure?: string
  readonly unit?: string
  readonly under?: string | null
  readonly need: string
  readonly detail?: ReactNode
  readonly acts: readonly OneAct[]
}) {
  const id = useId()
  return (
    <li className={classes(style.line, style[tone])} aria-labelledby={id}>
      <h3 id={id} className={style.name}>
        {name}
      </h3>
      <p className={style.figure}>
        {figure !== undefined && <strong>{figure}</strong>} {unit}
        {under != null && <span className={lettering.under}>{under}</span>}
      </p>
      <div className={style.need}>
        <p className={tone === 'calm' ? undefined : style.said}>{need}</p>
        {detail !== undefined && detail !== '' && <p className={lettering.small}>{detail}</p>}
      </div>
      <div className={style.acts}>
        <Acts acts={acts} />
      </div>
    </li>
  )
}

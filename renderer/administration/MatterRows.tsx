import { Check } from 'lucide-react'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import style from './HomePage.module.css'
import { iconOf } from './groupIcons.ts'
import type { Matter } from './matter.ts'

/** What does not work, or remains to be set: a line each, with the act that answers it; then what is set already. */
export function MatterRows({
  title,
  tone,
  matters,
  aside,
  done = [],
  primary = false,
  onAct,
}: {
  readonly title: string
  readonly tone: 'stop' | 'attention'
  readonly matters: readonly Matter[]
  readonly aside?: string
  readonly done?: readonly string[]
  /** The first act of this matter is the page's next one. */
  readonly primary?: boolean
  readonly onAct: (matter: Matter) => Promise<void>
}) {
  if (matters.length === 0) return null
  return (
    <section aria-label={title} className={style.part}>
      <h2 className={style.heading}>
        <span>
          {title} · {matters.length}
        </span>
        {aside !== undefined && <span className={style.aside}>{aside}</span>}
      </h2>
      <ul role="list" className={style.rows}>
        {matters.map((matter, at) => {
          const { id, section, title: what, help, act } = matter
          const Icon = iconOf(section)
          return (
            <li key={id} className={style.row}>
              <Icon aria-hidden size={22} className={classes(style.icon, style[tone])} />
              <div className={style.said}>
                <p id={`matter-${id}`} className={style.strong}>
                  {what}
                </p>
                {help !== '' && <p className={style.small}>{help}</p>}
              </div>
              <Button
                kind={primary && at === 0 ? 'primary' : 'plain'}
                aria-describedby={`matter-${id}`}
                onPress={() => void onAct(matter)}
              >
                {act.label}
              </Button>
            </li>
          )
        })}
      </ul>
      {done.length > 0 && (
        <p className={style.done}>
          <Check aria-hidden size={18} />
          <span>
            {words.doneList} : {done.join(', ')}
          </span>
        </p>
      )}
    </section>
  )
}

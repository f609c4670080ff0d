import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { unsay, useNotices } from '../link/notices.ts'
import { Prose } from './Prose.tsx'
import style from './Notices.module.css'

/**
 * The page's notices, in a polite live region: nothing is interrupted, nothing takes the focus.
 * @param inPlace they have room of their own in the page, rather than lying over its foot
 */
export function Notices({
  dismiss,
  inPlace = false,
}: {
  readonly dismiss: string
  readonly inPlace?: boolean
}) {
  const lines = useNotices((state) => state.lines)
  return (
    <div className={inPlace ? style.inPlace : style.notices} role="status" aria-live="polite">
      {lines.map((line) => (
        <div key={line.id} className={classes(style.notice, line.tone === 'done' && style.done)}>
          {line.tone === 'done' ? (
            <CircleCheck aria-hidden size={20} />
          ) : (
            <CircleAlert aria-hidden size={20} />
          )}
          <span className={style.text}>
            <Prose>{line.text}</Prose>
          </span>
          <Button kind="quiet" size="dense" aria-label={dismiss} onPress={() => unsay(line.id)}>
            <X aria-hidden size={18} />
          </Button>
        </div>
      ))}
    </div>
  )
}

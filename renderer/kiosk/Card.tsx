import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classes } from '../ui/classes.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Motives.module.css'
import way from './Way.module.css'

/** A way to choose, whole width: what it is, and a line under it. */
export const Card = ({
  icon,
  title,
  help,
  shortcut,
  onPress,
}: {
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly help?: ReactNode
  /** The figure that chooses it too. */
  readonly shortcut?: string | undefined
  readonly onPress: () => void
}) => (
  <AriaButton
    className={classes(way.way, style.motive)}
    onPress={onPress}
    {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
  >
    {icon !== undefined && <span className={style.icon}>{icon}</span>}
    <span className={style.text}>
      <span className={style.name}>{title}</span>
      {typeof help === 'string' ? (
        <span className={style.wait}>
          <Prose>{help}</Prose>
        </span>
      ) : (
        help
      )}
    </span>
    <ArrowRight aria-hidden size={36} className={style.arrow} />
  </AriaButton>
)

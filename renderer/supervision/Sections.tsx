import { classes } from '../ui/classes.ts'
import style from './Sections.module.css'

/** The parts of a page that has several: where one is, and where one can go. */
export function Sections<Id extends string>({
  label,
  current,
  sections,
  onGo,
}: {
  readonly label: string
  readonly current: Id
  readonly sections: readonly { readonly id: Id; readonly title: string }[]
  readonly onGo: (id: Id) => void
}) {
  return (
    <nav aria-label={label} className={style.sections}>
      {sections.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-current={id === current ? 'page' : undefined}
          className={classes(style.section, id === current && style.current)}
          onClick={() => onGo(id)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}

import type { ReactNode } from 'react'
import { app as words } from '../../shared/messages/app.fr.ts'
import { classes } from './classes.ts'
import { Card } from './Card.tsx'
import { useScrolls } from './scrolls.ts'
import style from './Table.module.css'

/** A box with its heading. */
export const Panel = ({
  title,
  className,
  children,
}: {
  readonly title: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) => (
  <Card label={title} className={classes(style.card, className)}>
    <h2 className={style.heading}>{title}</h2>
    {children}
  </Card>
)

export type Column = { readonly title: string; readonly figure?: boolean }

const columnOf = (column: Column | string): Column =>
  typeof column === 'string' ? { title: column } : column

/** A table under its caption, which its box's heading may already say; figures at the end of their column. */
export function Table({
  caption,
  captionHidden = false,
  columns,
  foot,
  children,
}: {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly (Column | string)[]
  readonly foot?: ReactNode
  readonly children: ReactNode
}) {
  const { ref, scrolls } = useScrolls<HTMLDivElement>()
  return (
    <div
      ref={ref}
      className={style.scroll}
      // Wider than its box, it is reached and read to its end by the keyboard, whatever it holds. The table says its own name.
      {...(scrolls ? { role: 'group', 'aria-label': words.tableScrolls, tabIndex: 0 } : {})}
    >
      <table className={style.table} {...(captionHidden ? { 'aria-label': caption } : {})}>
        {!captionHidden && <caption className={style.caption}>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(columnOf).map(({ title, figure = false }) => (
              <th key={title} scope="col" className={figure ? style.figure : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

export const Figure = ({ children }: { readonly children: ReactNode }) => (
  <td className={style.figure}>{children}</td>
)

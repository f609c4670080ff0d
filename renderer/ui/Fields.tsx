import type { CSSProperties, HTMLAttributes } from 'react'
import { classes } from './classes.ts'
import style from './Fields.module.css'

/**
 * Fields side by side, as many on a line as have room.
 * @param least the narrowest that one of them may be, in pixels
 */
export function Fields({
  least = 220,
  className,
  ...rest
}: HTMLAttributes<HTMLDivElement> & {
  readonly least?: number
}) {
  const room: CSSProperties & { readonly '--least': string } = { '--least': `${least}px` }
  return <div {...rest} style={room} className={classes(style.fields, className)} />
}

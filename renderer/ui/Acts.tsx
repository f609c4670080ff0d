import type { HTMLAttributes } from 'react'
import { classes } from './classes.ts'
import style from './Acts.module.css'

/**
 * Buttons side by side, on as many lines as they need.
 * @param as what holds them, where a block cannot stand
 * @param apart a sentence stands among them, which needs more room beside it
 * @param room a little of it above them, or above and below
 */
export const Acts = ({
  as: Holder = 'div',
  room = 'none',
  apart = false,
  className,
  ...rest
}: HTMLAttributes<HTMLElement> & {
  readonly as?: 'div' | 'span' | 'p' | 'li' | 'ul'
  readonly apart?: boolean
  readonly room?: 'none' | 'above' | 'around'
}) => (
  <Holder
    {...rest}
    className={classes(style.acts, apart && style.apart, room !== 'none' && style[room], className)}
  />
)

import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button'
import { classes } from '../ui/classes.ts'
import style from './KioskButton.module.css'

type Props = Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  readonly className?: string | undefined
  readonly kind?: 'primary' | 'plain' | 'marked' | 'quiet'
  readonly icon?: ReactNode
  readonly wide?: boolean
  readonly chosen?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A target for a finger: 80 px at least, 28 px letters at least. */
export const KioskButton = ({
  kind = 'plain',
  icon,
  wide = false,
  chosen,
  className,
  children,
  ...rest
}: Props) => (
  <AriaButton
    {...rest}
    {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
    className={classes(
      style.button,
      style[kind],
      wide && style.wide,
      chosen === true && style.chosen,
      className,
    )}
  >
    {icon}
    <span>{children}</span>
  </AriaButton>
)

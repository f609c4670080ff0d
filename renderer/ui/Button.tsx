import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { KeyCap } from './KeyCap.tsx'
import { classes } from './classes.ts'
import style from './Button.module.css'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly children: ReactNode
  /** `primary` is the one next act of a page; `quiet` looks like a link. */
  readonly kind?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'normal' | 'dense' | 'large' | 'kiosk'
  /** The key that does the same, as the French keyboard shows it. */
  readonly keyCap?: string | undefined
  readonly icon?: ReactNode
  readonly selected?: boolean | undefined
  readonly wide?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button: `onPress`, keyboard, touch and screen reader by React Aria; the key's name is read, not only seen. */
export function Button({
  children,
  kind = 'plain',
  size = 'normal',
  keyCap,
  icon,
  selected,
  wide = false,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(selected === undefined ? {} : { 'aria-pressed': selected })}
      className={classes(
        style.button,
        kind === 'primary' && style.primary,
        kind === 'quiet' && style.quiet,
        size === 'dense' && style.dense,
        size === 'large' && style.large,
        size === 'kiosk' && style.kiosk,
        selected === true && style.selected,
        wide && style.wide,
      )}
    >
      {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}

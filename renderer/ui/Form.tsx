import type { ComponentProps, ReactNode } from 'react'
import { Acts } from './Acts.tsx'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { useInView } from './inView.ts'
import { focusUnreadDay, UnreadDaysContext, useUnreadDays } from './unreadDays.ts'
import style from './Form.module.css'

/**
 * A form: Enter or its button sends what is typed, and what lacks is said by the page, not by the browser. A date that
 * can’t be read sends nothing, even where none is needed: its field says so, and has the focus.
 * @param onSend what sending does
 */
export function Form({
  onSend,
  ...rest
}: Omit<ComponentProps<'form'>, 'noValidate' | 'onSubmit'> & { readonly onSend: () => unknown }) {
  const unread = useUnreadDays()
  return (
    <UnreadDaysContext value={unread}>
      <form
        {...rest}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (unread.size === 0) return void onSend()
          focusUnreadDay(unread)
        }}
      />
    </UnreadDaysContext>
  )
}

/**
 * What opens under a list, to add to it or to change one of its lines: whole before the eye, its first field in hand, its
 * two buttons under what is typed.
 * @param act the button that sends
 * @param cancel the one that gives up
 * @param more what else can be done to what is typed, between the two
 * @param narrow no wider than what is typed there, with more under it in a list
 */
export function OpenedForm({
  act,
  cancel,
  more,
  narrow = false,
  className,
  onCancel,
  children,
  ...rest
}: ComponentProps<typeof Form> & {
  readonly act: string
  readonly cancel: string
  readonly more?: ReactNode
  readonly narrow?: boolean
  readonly onCancel: () => void
}) {
  const place = useInView<HTMLFormElement>()
  return (
    <Form {...rest} ref={place} className={classes(style.box, narrow && style.narrow, className)}>
      {children}
      <Acts room={narrow ? 'none' : 'around'}>
        <Button type="submit" kind="primary">
          {act}
        </Button>
        {more}
        <Button onPress={onCancel}>{cancel}</Button>
      </Acts>
    </Form>
  )
}

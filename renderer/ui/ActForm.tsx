import lettering from './Lettering.module.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useEscape } from './escape.ts'
import { Button } from './Button.tsx'
import { say } from '../link/notices.ts'
import { Prose } from './Prose.tsx'
import { focusUnreadDay, UnreadDaysContext, useUnreadDays } from './unreadDays.ts'
import style from './Form.module.css'

/**
 * One act, asked in place: what it needs, its button, and under it what lacks or why the host refused. Enter does it,
 * Escape gives it up. A date that can’t be read sends nothing, even where none is needed: the act may have no second time.
 * @param missing what is still to be written before the act; null when nothing is
 * @param waiting why what lacks is not known yet: the act is then done with what is written, or what lacks said, as soon
 *   as it is; null when it is known
 */
export function ActForm<R>({
  title,
  act,
  missing,
  waiting = null,
  onSend,
  said,
  onDone,
  onCancel,
  children,
}: {
  readonly title: string
  readonly act: string
  readonly missing: string | null
  readonly waiting?: string | null
  readonly onSend: () => Promise<Result<R>>
  /** What is said once it is done. */
  readonly said: (output: R) => string
  readonly onDone: (output: R) => void
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const form = useEscape<HTMLFormElement>(onCancel)
  const wrong = useRef<HTMLParagraphElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const unread = useUnreadDays()
  // Tab goes on from here, and the letters tick; a field that asked for the focus has it already.
  useEffect(() => {
    if (!form.current?.contains(document.activeElement)) heading.current?.focus()
  }, [form])

  const send = async () => {
    if (busy) return
    if (waiting !== null) {
      setAsked(true)
      return setRefused(waiting)
    }
    const lacks = missing ?? (unread.size > 0 ? dateMissing : null)
    setRefused(lacks)
    if (lacks === dateMissing) focusUnreadDay(unread)
    if (lacks !== null) return
    setBusy(true)
    const result = await onSend()
    setBusy(false)
    if ('error' in result) {
      setRefused(result.error.message)
      wrong.current?.scrollIntoView({ block: 'nearest' })
      return
    }
    say(said(result.output), 'done')
    onDone(result.output)
  }

  const known = asked && waiting === null
  useEffect(() => {
    if (!known) return
    setAsked(false)
    void send()
    // Once, when it is known: not each time that `send` is another function.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [known])

  return (
    // Enter acts from the heading, where the keyboard begins when no field asked for it: a form hears it nowhere else.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      noValidate
      className={style.form}
      aria-label={title}
      // What is written after Enter is not what was asked to be issued.
      onInput={() => {
        if (!asked) return
        setAsked(false)
        setRefused(null)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.repeat || event.target !== heading.current) return
        event.preventDefault()
        void send()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3 ref={heading} tabIndex={-1} className={lettering.heading}>
        {title}
      </h3>
      <UnreadDaysContext value={unread}>{children}</UnreadDaysContext>
      {/* Always there, so that a screen reader hears what comes into it. */}
      <p ref={wrong} role="alert" className={lettering.wrong}>
        {refused !== null && <Prose>{refused}</Prose>}
      </p>
      <div className={style.acts}>
        <Button type="submit" kind="primary" keyCap={filesPage.enter} isDisabled={busy}>
          {act}
        </Button>
        <Button keyCap={filesPage.escape} onPress={onCancel}>
          {filesPage.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What lacks: the first of these sentences whose condition holds. */
export const firstMissing = (
  ...checks: readonly (readonly [lacks: boolean, sentence: string])[]
): string | null => checks.find(([lacks]) => lacks)?.[1] ?? null

export const dateMissing = fileActs.fields.dateMissing

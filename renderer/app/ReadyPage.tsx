import { useState, type ReactNode } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { readyWords as words } from '../../shared/messages/office/ready.fr.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { Message } from './Message.tsx'
import style from './Ready.module.css'

type Printer = Input<'office.create'>['settings']['printers'][number]

/** What came of giving a code: its digits, or that the office answers on no network yet. */
export type CodeGiven = { readonly code: string } | { readonly noNetwork: true } | null

/**
 * The office is made: its printer is tried and its display shown before the first person comes. Nothing of it is asked
 * for: the last button goes on.
 */
export function ReadyPage({
  title,
  printer,
  onTest,
  onDisplay,
  onCode,
  children,
}: {
  readonly title: string
  /** The one that was chosen; null: papers are shown on the screen. */
  readonly printer: Printer | null
  /** Whether the test page was sent. */
  readonly onTest: (printer: Printer) => Promise<boolean>
  /** Absent where this machine has no other screen to show it on. */
  readonly onDisplay?: (() => void) | undefined
  readonly onCode: () => Promise<CodeGiven>
  /** What goes on. */
  readonly children: ReactNode
}) {
  const [tested, setTested] = useState(false)
  const [shown, setShown] = useState(false)
  const [given, setGiven] = useState<CodeGiven>(null)
  return (
    <Message title={title} text={words.help}>
      <section aria-label={words.printer} className={style.part}>
        <h2 className={lettering.heading}>{words.printer}</h2>
        {printer === null ? (
          <p>{words.onScreen}</p>
        ) : (
          <>
            <p>{words.printerHelp(printer.name)}</p>
            <Button onPress={() => void onTest(printer).then(setTested)}>{words.test}</Button>
            <p role="status" className={style.said}>
              {tested && words.tested(printer.name)}
            </p>
          </>
        )}
      </section>
      <section aria-label={words.display} className={style.part}>
        <h2 className={lettering.heading}>{words.display}</h2>
        {onDisplay && (
          <>
            <p>{words.second}</p>
            <Button
              onPress={() => {
                setShown(true)
                onDisplay()
              }}
            >
              {words.openDisplay}
            </Button>
            <p role="status" className={style.said}>
              {shown && words.opened}
            </p>
          </>
        )}
        <p>{words.other}</p>
        <Button onPress={() => void onCode().then(setGiven)}>{words.code}</Button>
        <p role="status" className={style.said}>
          {given && ('code' in given ? words.given(given.code) : words.noNetwork)}
        </p>
      </section>
      <div className={style.on}>{children}</div>
    </Message>
  )
}

import { Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import access from './Access.module.css'
import { Card } from './Card.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Motives.module.css'
import { wordsOf } from './reading.ts'
import { useSay } from './speech.ts'
import { useWords } from './words.ts'

/** One way to answer the screen's question. */
export type Answer = {
  readonly key: string
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly help?: ReactNode
  readonly choose: () => void
}

/** The most answers that each say at length what they are: beyond, seeing them all comes first. */
const few = 6

/** The answers to a question, one under another; the figures 1 to 9 choose too. */
export function Numbered({
  answers,
  fills = false,
}: {
  readonly answers: readonly Answer[]
  /** The answers share the height that the screen leaves them. */
  readonly fills?: boolean
}) {
  const say = useSay()
  useKeys(Object.fromEntries(answers.slice(0, 9).map(({ choose }, at) => [`Digit${at + 1}`, choose])))
  return (
    <ul
      role="list"
      className={classes(style.motives, fills && style.fills)}
      data-many={answers.length > few || undefined}
    >
      {answers.map(({ key, icon, title, help, choose }, at) => (
        <li key={key}>
          <Card
            icon={icon}
            title={title}
            help={help}
            shortcut={at < 9 ? String(at + 1) : undefined}
            onPress={choose}
          />
          {say && <Listen say={say}>{title}</Listen>}
        </li>
      ))}
    </ul>
  )
}

/** Says the answer beside it without choosing it, to a finger: the four keys say it as they reach it. */
function Listen({
  say,
  children,
}: {
  readonly say: NonNullable<ReturnType<typeof useSay>>
  readonly children: ReactNode
}) {
  const words = useWords()
  return (
    <KioskButton
      data-listen
      className={access.listen}
      icon={<Volume2 aria-hidden size={40} />}
      onPress={({ target }) => {
        const answer = target.parentElement?.querySelector<HTMLElement>('button')
        if (answer) say(wordsOf(answer, words))
      }}
    >
      <span className={access.hidden}>
        {words.listen} {children}
      </span>
    </KioskButton>
  )
}

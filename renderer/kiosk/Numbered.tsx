import type { ReactNode } from 'react'
import { useKeys } from '../ui/keys.ts'
import { Card } from './Card.tsx'
import style from './Motives.module.css'

/** One way to answer the screen's question. */
export type Answer = {
  readonly key: string
  readonly title: ReactNode
  readonly help?: ReactNode
  readonly choose: () => void
}

/** The answers to a question, one under another; the figures 1 to 9 choose too. */
export function Numbered({ answers }: { readonly answers: readonly Answer[] }) {
  useKeys(Object.fromEntries(answers.slice(0, 9).map(({ choose }, at) => [`Digit${at + 1}`, choose])))
  return (
    <ul role="list" className={style.motives}>
      {answers.map(({ key, title, help, choose }, at) => (
        <li key={key}>
          <Card title={title} help={help} shortcut={at < 9 ? String(at + 1) : undefined} onPress={choose} />
        </li>
      ))}
    </ul>
  )
}

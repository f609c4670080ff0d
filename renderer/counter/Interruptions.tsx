import { Phone, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { InterruptKind } from '../../shared/contract/queue/counters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Counter.module.css'

/** The physical keys that no piece of the checklist can have, as the French keyboard shows them. */
const keys: Readonly<Record<InterruptKind, { readonly code: string; readonly cap: string }>> = {
  telephone: { code: 'Semicolon', cap: 'M' },
  colleague: { code: 'KeyZ', cap: 'W' },
}

export const interruptIcons: Readonly<Record<InterruptKind, ReactNode>> = {
  telephone: <Phone aria-hidden size={18} />,
  colleague: <Users aria-hidden size={18} />,
}

/** The telephone, a colleague: one key begins the interruption and the same one ends it, in any state of the counter. */
export function Interruptions({
  interrupted,
  shown,
  acts,
}: {
  readonly interrupted: CounterView['interrupted']
  /** Their keys act all the same. */
  readonly shown: boolean
  readonly acts: Pick<CounterActs, 'interrupt'>
}) {
  const words = counterWords.line
  useKeys(
    Object.fromEntries(
      InterruptKind.options.map((kind) => [keys[kind].code, () => void acts.interrupt({ kind })]),
    ),
  )
  if (!shown) return null
  return (
    <span className={style.interruptions}>
      {InterruptKind.options
        .filter((kind) => interrupted === null || interrupted.kind === kind)
        .map((kind) => (
          <Button
            key={kind}
            kind={interrupted?.kind === kind ? 'plain' : 'quiet'}
            size="dense"
            keyCap={keys[kind].cap}
            selected={interrupted?.kind === kind}
            onPress={() => void acts.interrupt({ kind })}
          >
            {words.interruptions[kind]}
          </Button>
        ))}
    </span>
  )
}

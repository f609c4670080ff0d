import { CircleSlash } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs } from './acts.ts'
import style from './Counter.module.css'

/**
 * No counter is held: which one is it? One key each, those of others said and out of reach. A closed day is said and
 * keeps no one from their counter.
 */
export function ChooseCounter({
  dayOpen,
  office,
  acts,
}: {
  readonly dayOpen: boolean
  readonly office: Output<'office.view'> | undefined
  readonly acts: Pick<CounterActs, 'openCounter'>
}) {
  const words = counterWords
  const counters = office?.counters ?? []
  const mine = office?.me?.agentId ?? null
  const taken = (agentId: string | null) => agentId !== null && agentId !== mine
  useKeys(
    Object.fromEntries(
      counters
        .slice(0, 9)
        .map(({ counterId, agentId }, at) => [
          `Digit${at + 1}`,
          taken(agentId) ? undefined : () => void acts.openCounter({ counterId }),
        ]),
    ),
  )
  return (
    <main className={style.alone}>
      <div className={style.inner}>
        {!dayOpen && (
          <p className={style.closed}>
            <CircleSlash aria-hidden size={20} />
            {words.chooseClosed}
          </p>
        )}
        <h2 className={style.motive}>{words.chooseCounter}</h2>
        <p className={style.reason}>{words.chooseCounterHelp}</p>
        <ul className={style.counters} role="list">
          {counters.map(({ counterId, name, agentId }, at) => (
            <li key={counterId}>
              <Button
                wide
                keyCap={at < 9 ? String(at + 1) : undefined}
                isDisabled={taken(agentId)}
                onPress={() => void acts.openCounter({ counterId })}
              >
                {name.fr}
                {taken(agentId) && <span className={style.held}>{words.counterTaken}</span>}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}

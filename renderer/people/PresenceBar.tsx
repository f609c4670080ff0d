import { Lock, LogOut, Users } from 'lucide-react'
import type { CounterId } from '../../shared/contract/ids.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { useCommand } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { nameOf } from './ChoosePerson.tsx'
import type { SessionView } from './SignIn.tsx'
import style from './People.module.css'

const words = peopleWords.here

/** Who is here, above their page, and how they change, lock or leave. */
export function PresenceBar({
  present,
  counter,
  onChange,
  onLock,
  onLeave,
}: {
  readonly present: NonNullable<SessionView['present']>
  /** The counter that whoever was here before still holds. */
  readonly counter: CounterId | null
  readonly onChange: () => void
  readonly onLock: () => void
  readonly onLeave: () => void
}) {
  const relieve = useCommand('counter.relieve')
  return (
    <section aria-label={words.label} className={style.bar}>
      <span className={style.who}>{nameOf(present)}</span>
      {counter !== null && (
        <>
          <span>{words.relieves(counter)}</span>
          <Button size="dense" onPress={() => void relieve({ counterId: counter })}>
            {words.relieve(counter)}
          </Button>
        </>
      )}
      <Button size="dense" kind="quiet" keyCap={words.changeKey} onPress={onChange}>
        <Users aria-hidden size={18} /> {words.change}
      </Button>
      <Button size="dense" kind="quiet" keyCap={words.lockKey} onPress={onLock}>
        <Lock aria-hidden size={18} /> {words.lock}
      </Button>
      <Button size="dense" kind="quiet" onPress={onLeave}>
        <LogOut aria-hidden size={18} /> {words.leave}
      </Button>
    </section>
  )
}

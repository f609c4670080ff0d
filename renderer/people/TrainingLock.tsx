import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useSaysKeys } from '../ui/directKeys.ts'
import { KeysHeld, useHeld, useKeys } from '../ui/keys.ts'
import style from './People.module.css'

const words = peopleWords.locked

/**
 * A station of a training site, where nobody has a secret: its lock is tried all the same, by the key of a real office's,
 * and opens by Enter. What was begun is kept under it.
 */
export function TrainingLock({ children }: { readonly children: ReactNode }) {
  const [locked, setLocked] = useState(false)
  const held = useHeld(locked)
  useKeys({ [`Shift+${peopleWords.here.changeKey}`]: () => setLocked(true) }, { whileTyping: true })
  useSaysKeys([{ key: peopleWords.here.lockKey, does: peopleWords.here.lock }])
  return (
    <>
      {locked && (
        <main className={style.page}>
          <h1 className={style.title}>
            <Lock aria-hidden size={24} /> {words.title}
          </h1>
          <p className={style.help}>{words.training}</p>
          <div className={style.acts}>
            <Button autoFocus kind="primary" keyCap="Entrée" onPress={() => setLocked(false)}>
              {words.open}
            </Button>
          </div>
        </main>
      )}
      <div hidden={locked} className={locked ? undefined : style.through}>
        <KeysHeld value={held}>{children}</KeysHeld>
      </div>
    </>
  )
}

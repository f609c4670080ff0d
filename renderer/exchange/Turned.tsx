import { useEffect, useRef } from 'react'
import { exchangePage as words } from '../../shared/messages/media/exchangePage.fr.ts'
import { Button } from '../ui/Button.tsx'
import type { Answer, Shown } from './channel.ts'
import { PersonSide } from './PersonSide.tsx'
import style from './Turned.module.css'

/** This screen, turned to the person: nothing of the agent's page can be read or pressed under it. */
export function Turned({
  shown,
  onAnswer,
  onLeave,
}: {
  readonly shown: Shown | null
  readonly onAnswer: (answer: Answer) => void
  readonly onLeave: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // On none of the answers: the key that showed the sentence must not answer it.
    dialog.current?.focus()
  }, [])
  return (
    <dialog ref={dialog} tabIndex={-1} className={style.turned} aria-label={words.title} onClose={onLeave}>
      <div className={style.person}>
        <PersonSide shown={shown} onAnswer={onAnswer} />
      </div>
      <div className={style.back}>
        <Button size="dense" kind="quiet" keyCap="Échap" onPress={() => dialog.current?.close()}>
          {words.back}
        </Button>
      </div>
    </dialog>
  )
}

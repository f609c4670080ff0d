import { useState } from 'react'
import type { PieceState } from '../../shared/contract/law/assessment.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import style from './Pieces.module.css'

/** A piece that the rules don't know, by its name: presented, or asked; what may not be asked is said there. */
export function AddPiece({
  focus,
  refused,
  onAdd,
  onType,
  onLeave,
}: {
  readonly focus: boolean
  /** Why what was typed may not be asked. */
  readonly refused: string | null
  /** Resolves to false when it was refused: what was typed stays. */
  readonly onAdd: (label: string, state: PieceState) => Promise<boolean>
  readonly onType: () => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const [label, setLabel] = useState('')
  const add = (state: PieceState) => {
    const typed = label.trim()
    if (typed === '') return onLeave()
    void onAdd(typed, state).then((added) => {
      if (added) setLabel('')
    })
  }
  return (
    <form
      className={style.addForm}
      onSubmit={(event) => {
        event.preventDefault()
        add('presented')
      }}
    >
      <Field
        label={words.addPieceLabel}
        error={refused ?? undefined}
        value={label}
        onChange={(typed) => {
          setLabel(typed)
          onType()
        }}
        maxLength={200}
        startsFocused={focus}
        onKeyDown={({ key }) => {
          if (key !== 'Escape') return
          setLabel('')
          onLeave()
        }}
        onBlur={(event) => {
          const within = event.currentTarget.closest('form')?.contains(event.relatedTarget)
          if (label.trim() === '' && within !== true) onLeave()
        }}
      />
      <span className={style.addActs}>
        <Button type="submit">{words.add}</Button>
        <Button onPress={() => add('missing')}>{words.law.ask}</Button>
      </span>
    </form>
  )
}

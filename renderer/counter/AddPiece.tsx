import { useState } from 'react'
import type { PieceState } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Prose } from '../ui/Prose.tsx'
import { ArticlePicker } from '../law/ArticlePicker.tsx'
import style from './Pieces.module.css'

/**
 * A piece by its name: presented, whatever it is; asked, when the name is that of a piece that a text requires. What may not be
 * asked is said there. Where no list is known, the
 * article is chosen in the base under it, never typed.
 */
export function AddPiece({
  focus,
  wantsText,
  refused,
  onAdd,
  onType,
  onLeave,
}: {
  readonly focus: boolean
  /** No list of pieces is known: asking one needs its article. */
  readonly wantsText: boolean
  /** Why what was typed may not be asked. */
  readonly refused: string | null
  /** Resolves to false when it was refused: what was typed stays. */
  readonly onAdd: (label: string, state: PieceState, source: string) => Promise<boolean>
  readonly onType: () => void
  readonly onLeave: () => void
}) {
  const words = counterWords
  const [label, setLabel] = useState('')
  const [source, setSource] = useState('')
  const add = (state: PieceState) => {
    const typed = wordsIn(label)
    if (typed === '') return onLeave()
    void onAdd(typed, state, state === 'missing' ? source : '').then((added) => {
      if (!added) return
      setLabel('')
      setSource('')
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
          if (wordsIn(label) === '' && within !== true) onLeave()
        }}
      />
      {wantsText && wordsIn(label) !== '' && (
        <div className={style.askedBy}>
          <p className={style.askedByHelp}>{words.askedByHelp}</p>
          {source === '' ? (
            <ArticlePicker
              onPick={(title) => {
                setSource(title)
                onType()
              }}
            />
          ) : (
            <p className={style.askedByText}>
              <span>
                {words.askedBy}
                {'\u00a0: '}
                <b>
                  <Prose>{source}</Prose>
                </b>
              </span>
              <Button size="dense" onPress={() => setSource('')}>
                {words.askedByOther}
              </Button>
            </p>
          )}
        </div>
      )}
      <span className={style.addActs}>
        <Button type="submit">{words.add}</Button>
        <Button onPress={() => add('missing')}>{words.law.ask}</Button>
      </span>
    </form>
  )
}

import { useEffect, useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Field } from '../ui/Field.tsx'
import { Panel } from './Panel.tsx'

/** A text of the sheet that is typed: saved when the field is left, whatever takes the agent away. */
export function useTyped(
  saved: string | null,
  save: (text: string | null) => void,
): { readonly text: string; readonly setText: (text: string) => void; readonly leave: () => void } {
  const [text, setText] = useState(saved ?? '')
  const latest = useRef({ text, saved, save })
  useEffect(() => {
    latest.current = { text, saved, save }
  })
  const leave = () => {
    const now = latest.current
    const clean = wordsIn(now.text)
    if (clean !== (now.saved ?? '')) now.save(clean === '' ? null : clean)
  }
  useEffect(() => leave, [])
  return { text, setText, leave }
}

/** The note of the visit, written in the dock. */
export function NotePanel({
  note,
  onSave,
  onLeave,
}: {
  readonly note: string | null
  readonly onSave: (note: string | null) => void
  readonly onLeave: () => void
}) {
  const { text, setText, leave } = useTyped(note, onSave)
  return (
    <Panel title={counterWords.note} onLeave={onLeave}>
      <Field
        label={counterWords.note}
        detail={counterWords.noteHelp}
        lines={2}
        maxLength={2000}
        startsFocused
        value={text}
        onChange={setText}
        onBlur={leave}
      />
    </Panel>
  )
}

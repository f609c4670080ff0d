import { useEffect, useRef, useState } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { Field } from '../ui/Field.tsx'
import { useInView } from '../ui/inView.ts'
import { KeyButton } from './KeyButton.tsx'
import style from './Serving.module.css'

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
    const clean = now.text.trim()
    if (clean !== (now.saved ?? '')) now.save(clean === '' ? null : clean)
  }
  useEffect(() => leave, [])
  return { text, setText, leave }
}

/** The note of the visit: a line, or its field while it is written. */
export function Note({
  note,
  editing,
  onEdit,
  onSave,
}: {
  readonly note: string | null
  readonly editing: boolean
  readonly onEdit: () => void
  readonly onSave: (note: string | null) => void
}) {
  const words = fr.counter
  if (editing) return <NoteField note={note} onSave={onSave} />
  return (
    <section className={style.note} aria-label={words.note}>
      <h3>{words.note}</h3>
      <p>{note ?? words.noteNone}</p>
      <KeyButton keyCap="N" label={words.note} onPress={onEdit} />
    </section>
  )
}

function NoteField({
  note,
  onSave,
}: {
  readonly note: string | null
  readonly onSave: (note: string | null) => void
}) {
  const { text, setText, leave } = useTyped(note, onSave)
  // At the foot of a list, the focus brings its first line alone into sight.
  const place = useInView<HTMLDivElement>()
  return (
    <div ref={place} className={style.noteField}>
      <Field
        label={fr.counter.note}
        detail={fr.counter.noteHelp}
        lines={2}
        maxLength={2000}
        startsFocused
        value={text}
        onChange={setText}
        onBlur={leave}
      />
    </div>
  )
}

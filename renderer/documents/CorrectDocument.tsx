import { useState } from 'react'
import type { DocumentFacts } from '../../shared/contract/documents/issued.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { ActForm, firstMissing } from '../ui/ActForm.tsx'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActFormProps } from './acts.ts'
import { changesOf, correctable, type Correctable } from './correction.ts'

const words = papers.correct
const states = ['presented', 'missing', 'notExamined'] as const

/** A slip of the hand, put right by a new document: what it is about, whom it names, the pieces that it lists. */
export function CorrectDocument({
  line,
  facts,
  acts,
  printerId,
  onDone,
  onCancel,
}: ActFormProps & { readonly facts: DocumentFacts }) {
  const [before] = useState(() => correctable(facts))
  const [after, setAfter] = useState(before)
  const [reason, setReason] = useState('')
  const changes = changesOf(before, after)
  const { documentId, number } = line
  return (
    <ActForm
      title={words.title}
      act={words.act}
      missing={firstMissing(
        [changes === null, words.unchanged],
        [wordsIn(reason) === '', words.reasonMissing],
      )}
      onSend={() =>
        acts.correct({ documentId, changes: changes ?? {}, reason: wordsIn(reason), ...printerId })
      }
      said={(issued) => papers.corrected(number, issued.number)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className={lettering.small}>{words.help}</p>
      <Field
        label={words.label}
        value={after.label}
        onChange={(label) => setAfter({ ...after, label })}
        maxLength={200}
        startsFocused
      />
      <Whom after={after} onChange={setAfter} />
      {after.pieces.length > 0 && (
        <Fields role="group" aria-label={words.pieces}>
          {after.pieces.map(({ title, state }, at) => (
            <Select
              key={title}
              label={title}
              value={state}
              options={states.map((value) => ({ value, title: words.pieceStates[value] }))}
              onChange={(meant) =>
                setAfter({
                  ...after,
                  pieces: after.pieces.map((piece, other) =>
                    other === at ? { ...piece, state: meant } : piece,
                  ),
                })
              }
            />
          ))}
        </Fields>
      )}
      <Field label={words.reason} value={reason} onChange={setReason} maxLength={200} />
    </ActForm>
  )
}

const nameFields = ['familyName', 'firstName', 'usageName', 'contact'] as const

function Whom({
  after,
  onChange,
}: {
  readonly after: Correctable
  readonly onChange: (after: Correctable) => void
}) {
  const { addressee } = after
  if (addressee === null) return null
  return (
    <Fields>
      {nameFields.map((name) => (
        <Field
          key={name}
          label={words[name]}
          value={addressee[name]}
          onChange={(text) => onChange({ ...after, addressee: { ...addressee, [name]: text } })}
          maxLength={200}
          autoComplete="off"
        />
      ))}
    </Fields>
  )
}

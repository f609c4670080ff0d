import { useState } from 'react'
import type { z } from 'zod'
import type { HandedWhat } from '../../shared/contract/files/file.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import { type HandedMeans, HandedProof } from '../../shared/contract/documents/kinds.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { capacities, type Capacity } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { longestName } from '../../shared/contract/longestName.ts'
import { actsThemself } from '../../shared/identity/capacities.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Fields } from '../ui/Fields.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Select } from '../ui/Select.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { IssuesPaper, papered, useIssues } from './DatedActs.tsx'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import type { ActProps } from './acts.ts'
import { nameSaid } from './work.ts'

const words = fileActs.fields
type What = z.infer<typeof HandedWhat>
type Means = z.infer<typeof HandedMeans>
const allWays = ['counter', 'post', 'registeredPost', 'email'] as const
const things = ['title', 'decision', 'document'] as const

/** What is there to hand over, the likeliest first. What was handed over in time may be noted later. */
export const handable = ({
  title,
  decision,
  unheard,
}: Pick<FileShown, 'title' | 'decision' | 'unheard'>): readonly What[] =>
  things.filter((what) =>
    what === 'title'
      ? title?.state === 'here'
      : what === 'decision'
        ? decision !== null || unheard !== undefined
        : true,
  )

const ToWhom = ({
  capacity,
  onChange,
}: {
  readonly capacity: Capacity
  readonly onChange: (capacity: Capacity) => void
}) => (
  <Select
    label={words.capacity}
    value={capacity}
    options={capacities.map((value) => ({ value, title: counterWords.capacities[value] }))}
    onChange={onChange}
  />
)

/** The ways in which it may be handed over, or why it is handed over in person alone. */
export const waysFor = (
  what: What,
  { title }: Pick<FileShown, 'title'>,
): { readonly ways: readonly Means[]; readonly only?: string } =>
  what === 'title' && title?.inPerson !== undefined
    ? { ways: ['counter'], only: fileActs.inPerson(title.inPerson) }
    : { ways: allWays }

const Ways = ({
  ways = allWays,
  means,
  onChange,
}: {
  readonly ways?: readonly Means[]
  readonly means: Means
  readonly onChange: (means: Means) => void
}) => (
  <Choice
    label={words.means}
    value={means}
    options={ways.map((value) => ({ value, title: fileActs.means[value] }))}
    onChange={onChange}
  />
)

/** Handed over or notified, with the day, the means and to whom: what makes it opposable (CRPA L221-8). */
export function HandOver({ file, person, today, acts, onDone, onCancel }: ActProps) {
  const possible = handable(file)
  const [what, setWhat] = useState<What>(possible[0] ?? 'document')
  const [chosen, setMeans] = useState<Means>('counter')
  const { ways, only } = waysFor(what, file)
  const means = ways.includes(chosen) ? chosen : 'counter'
  const [to, setTo] = useState<Capacity>('self')
  const [on, setOn] = useState<LocalDate | null>(today)
  const [refused, setRefused] = useState(false)
  const [label, setLabel] = useState('')
  const [receiver, setReceiver] = useState<string | null>(null)
  const [proof, setProof] = useState<HandedProof>('register')
  const title = fileActs.acts.handOver
  // Whoever the file names takes it, unless another name is written.
  const taker = wordsIn(receiver ?? (actsThemself(to) && person ? nameSaid(person) : ''))
  const atCounter = means === 'counter' && !refused
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing(
        [on === null, dateMissing],
        [atCounter && what === 'title' && taker === '', words.receiverMissing],
      )}
      onSend={() =>
        acts.handOver({
          fileId: file.fileId,
          what,
          means,
          to,
          refused,
          on: on ?? today,
          ...(atCounter && taker !== '' ? { receiver: taker } : {}),
          ...(atCounter ? { proof } : {}),
          ...(what !== 'document' || wordsIn(label) === '' ? {} : { label: wordsIn(label) }),
        })
      }
      said={({ reference }) => fileActs.done(title, reference)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Choice
        label={words.what}
        value={what}
        options={possible.map((value) => ({ value, title: fileActs.what[value] }))}
        onChange={setWhat}
      />
      {only === undefined ? (
        <Ways ways={ways} means={means} onChange={setMeans} />
      ) : (
        <p>
          <Prose>{only}</Prose>
        </p>
      )}
      <Fields>
        <ToWhom capacity={to} onChange={setTo} />
        <DateField label={words.on} value={on} onChange={setOn} />
        {what === 'document' && (
          <Field label={words.label} value={label} onChange={setLabel} maxLength={200} />
        )}
        {atCounter && (
          <Field
            label={words.receiver}
            value={receiver ?? taker}
            onChange={setReceiver}
            maxLength={longestName}
            autoComplete="off"
            startsFocused
          />
        )}
      </Fields>
      {atCounter && <ProofChoice proof={proof} onChange={setProof} />}
      <Checkbox isSelected={refused} onChange={setRefused}>
        {words.refused}
      </Checkbox>
    </ActForm>
  )
}

/** All the originals still held go back, without delay (CRPA R113-5). */
export function ReturnOriginals({ file, today, acts, onDone, onCancel }: ActProps) {
  const [means, setMeans] = useState<Means>('counter')
  const [to, setTo] = useState<Capacity>('self')
  const [on, setOn] = useState<LocalDate | null>(today)
  const [issue, setIssue] = useIssues()
  const title = fileActs.acts.returnOriginals
  const held = file.originals.filter(({ returnedOn }) => returnedOn === null)
  return (
    <ActForm
      title={title}
      act={title}
      missing={on === null ? dateMissing : null}
      onSend={() => acts.returnOriginals({ fileId: file.fileId, means, to, on: on ?? today, issue })}
      said={papered(title)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{held.map((original) => original.title ?? fileActs.erasedPiece).join(', ')}</p>
      <Ways means={means} onChange={setMeans} />
      <Fields>
        <ToWhom capacity={to} onChange={setTo} />
        <DateField label={words.on} value={on} onChange={setOn} />
      </Fields>
      <IssuesPaper issue={issue} onChange={setIssue} />
    </ActForm>
  )
}

/** How the handing over is proved: their signature on a line of the paper register, or what is noted here. */
const ProofChoice = ({
  proof,
  onChange,
}: {
  readonly proof: HandedProof
  readonly onChange: (proof: HandedProof) => void
}) => (
  <Choice
    label={fileActs.fields.proof}
    value={proof}
    options={HandedProof.options.map((value) => ({ value, title: fileActs.proofs[value] }))}
    onChange={onChange}
  />
)

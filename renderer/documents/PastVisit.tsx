import { useState } from 'react'
import { TicketNumber, type LocalDate } from '../../shared/contract/ids.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { ActForm } from '../ui/ActForm.tsx'
import { Fields } from '../ui/Fields.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import type { DocumentActs } from './acts.ts'

const words = papers.past
type Wanted = 'attestation' | 'passage'

/** What is typed of a passage: the code of the ticket's paper, or its number and its day. */
type PastTyped = {
  readonly wanted: Wanted
  readonly code: string
  readonly number: string
  readonly on: LocalDate | null
}

/** What lacks to find it; null when nothing does. A person's own trace is for who holds the paper. */
export function pastMissing({ wanted, code, number, on }: PastTyped): string | null {
  if (wordsIn(code) !== '') return null
  if (wanted === 'passage') return words.codeMissing
  if (!TicketNumber.safeParse(numberOf(number)).success) return words.numberMissing
  return on === null ? papers.issue.fields.dateMissing : null
}

const numberOf = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** A presence attested afterwards, or a person's own trace, of today or of any day before. */
export function PastVisit({
  today,
  acts,
  onDone,
  onCancel,
}: {
  readonly today: LocalDate
  readonly acts: Pick<DocumentActs, 'issue' | 'printTrail'>
  readonly onDone: (issued: Issued) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState<PastTyped>({ wanted: 'attestation', code: '', number: '', on: today })
  const change = (part: Partial<PastTyped>) => setTyped((before) => ({ ...before, ...part }))
  const send = (): Promise<Result<Issued>> => {
    const code = wordsIn(typed.code)
    if (typed.wanted === 'passage') return acts.printTrail({ code })
    const found =
      code === ''
        ? { ofDay: { number: TicketNumber.parse(numberOf(typed.number)), date: typed.on ?? today } }
        : { code }
    return acts.issue({ what: { kind: 'attestation', ticketId: null, ...found } })
  }
  return (
    <ActForm<Issued>
      title={words.title}
      act={papers.issue.act}
      missing={pastMissing(typed)}
      onSend={send}
      said={({ number }) => papers.issued(words.wanted[typed.wanted], number)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className={lettering.small}>{words.help}</p>
      <Choice
        label={papers.issue.which}
        value={typed.wanted}
        options={(['attestation', 'passage'] as const).map((value) => ({
          value,
          title: words.wanted[value],
        }))}
        onChange={(wanted) => change({ wanted })}
      />
      <Fields>
        <Field
          label={words.code}
          value={typed.code}
          onChange={(code) => change({ code })}
          maxLength={20}
          autoComplete="off"
          spellCheck="false"
          startsFocused
        />
        {typed.wanted === 'attestation' && (
          <>
            <Field
              label={words.number}
              value={typed.number}
              onChange={(number) => change({ number })}
              maxLength={6}
              autoComplete="off"
            />
            <DateField label={words.on} value={typed.on} onChange={(on) => change({ on })} />
          </>
        )}
      </Fields>
    </ActForm>
  )
}

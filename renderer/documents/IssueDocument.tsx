import { useState } from 'react'
import type { DocumentFacts } from '../../shared/contract/documents/issued.ts'
import { FileLetter } from '../../shared/contract/files/file.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Choice } from '../ui/Choice.tsx'
import { ActForm } from '../ui/ActForm.tsx'
import { Fields } from '../ui/Fields.tsx'
import form from '../ui/Form.module.css'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import type { DocumentActs } from './acts.ts'
import { AskFields } from './AskFields.tsx'
import { lacksSaid } from './lacks.ts'
import { letterRead, letterTyped } from './letterTyped.ts'
import { draftProblem, refusalSaid } from './refusal/problem.ts'
import { RefusalForm } from './refusal/RefusalForm.tsx'
import { DraftSheet } from './Sheet.tsx'
import { askOf, nothingTyped, type AskedOf, type AskKind, type Typed } from './typedAsk.ts'
import { useDraft, type Draft } from './useDraft.ts'
import { letterOf, useKeptLetter, type KeptLetters } from './useKeptLetter.ts'
import style from './OneDocument.module.css'

const words = papers.issue

/** The paper is a letter whose words are kept with its file. */
const letterAsked = (kind: AskKind | null): FileLetter | null => FileLetter.safeParse(kind).data ?? null

/**
 * A document chosen among those that make sense, what only a person can say of it, what lacks, the paper as it will be,
 * then one act.
 */
export function IssueDocument({
  kinds,
  begins,
  forms,
  of,
  typed: given = nothingTyped,
  letters = [],
  notes = {},
  acts,
  onDone,
  onCancel,
}: {
  readonly kinds: readonly AskKind[]
  /** Already chosen; null to be asked. */
  readonly begins: AskKind | null
  /** In which forms this request is acknowledged. */
  readonly forms: readonly Typed['form'][]
  readonly of: AskedOf
  /** What is already written: a draft that was kept. */
  readonly typed?: Typed
  /** The letters that were begun on the file. */
  readonly letters?: KeptLetters
  /** What to check before some of them are issued. */
  readonly notes?: Readonly<Partial<Record<AskKind, string | null>>>
  readonly acts: Pick<DocumentActs, 'issue' | 'keepDraft'>
  /** @param issued null where a draft was kept */
  readonly onDone: (issued: Issued | null) => void
  readonly onCancel: () => void
}) {
  const [kind, setKind] = useState<AskKind | null>(begins ?? (kinds.length === 1 ? (kinds[0] ?? null) : null))
  const letter = letterAsked(kind)
  const asTyped = (of: AskKind | null): Typed => {
    const kept = letterOf(letters, letterAsked(of))
    const before = Object.keys(kept).length > 0 ? letterRead(kept) : given
    return { ...before, form: forms[0] ?? given.form }
  }
  const [typed, setTyped] = useState<Typed>(() => asTyped(kind))
  const read = kind === null ? { missing: words.whichMissing } : askOf(kind, typed, of)
  const what = 'what' in read ? read.what : null
  // A refusal has a form of its own, which keeps its draft.
  const { draft, composing } = useDraft(kind === 'refus' ? null : what)
  const { fileId } = of
  const settled = useKeptLetter(
    fileId,
    letter,
    letter === null ? {} : letterTyped(typed),
    letterOf(letters, letter),
  )
  if (kind === 'refus' && fileId !== null)
    return (
      <RefusalForm
        of={{ ...of, fileId }}
        acts={acts}
        onDone={onDone}
        onCancel={() => (begins === 'refus' || kinds.length === 1 ? onCancel() : setKind(null))}
      />
    )
  const send = async (): Promise<Result<Issued>> =>
    what === null ? { error: { code: 'badInput', message: words.whichMissing } } : acts.issue({ what })
  return (
    <>
      <ActForm<Issued>
        title={kinds.length === 1 && kind !== null ? papers.asks[kind] : words.title}
        act={words.act}
        missing={'missing' in read ? read.missing : draftProblem(draft)}
        waiting={composing ? words.composing : null}
        onSend={send}
        said={({ number }) => papers.issued(papers.asks[kind ?? 'attestation'], number)}
        onDone={(issued) => {
          settled()
          onDone(issued)
        }}
        onCancel={onCancel}
      >
        {kinds.length === 0 && <p>{words.none}</p>}
        {kinds.length > 1 && (
          <Choice
            label={words.which}
            value={kind}
            options={kinds.map((value) => ({ value, title: papers.asks[value] }))}
            onChange={(chosen) => {
              setKind(chosen)
              setTyped(asTyped(chosen))
            }}
          />
        )}
        {kind !== null && (
          <Fields>
            <AskFields
              key={kind}
              kind={kind}
              forms={forms}
              grounds={of.grounds ?? null}
              ofNobody={of.ofNobody === true}
              typed={typed}
              onType={(part) => setTyped((before) => ({ ...before, ...part }))}
            />
          </Fields>
        )}
        {kind !== null && notes[kind] && (
          <p className={form.note}>
            <Prose>{notes[kind]}</Prose>
          </p>
        )}
        {what && <Lacks draft={draft} />}
      </ActForm>
      {draft?.facts && <Preview facts={draft.facts} />}
    </>
  )
}

/** What lacks for it, said before it is asked for. */
function Lacks({ draft }: { readonly draft: Draft | undefined }) {
  if (draft === undefined) return <p role="status">{words.composing}</p>
  if (draft.refusal) return <p className={form.note}>{refusalSaid(draft.refusal)}</p>
  return (
    <>
      {!draft.signs && <p className={form.note}>{words.draft}</p>}
      {draft.acknowledgedOn && (
        <p role="status" className={form.note}>
          {words.acknowledgedBefore(calendarDate(draft.acknowledgedOn))}
        </p>
      )}
      {draft.lacks.length > 0 && (
        <Group title={words.lacks}>
          <ul role="list" aria-label={words.lacks} className={style.lacks}>
            {lacksSaid(draft.lacks).map((line) => (
              <li key={line}>
                <Prose>{line}</Prose>
              </li>
            ))}
          </ul>
        </Group>
      )}
    </>
  )
}

/** The paper as it will be: looked at before it is printed. */
const Preview = ({ facts }: { readonly facts: DocumentFacts }) => (
  <section aria-label={papers.preview.draft} className={style.paper}>
    <p className={lettering.small}>{papers.preview.draft}</p>
    <DraftSheet facts={facts} />
  </section>
)

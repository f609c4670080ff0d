import { useState } from 'react'
import type { z } from 'zod'
import type { AcknowledgementForm, LetterTyped, NoticeMeans } from '../../shared/contract/files/file.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { letterSaid } from '../documents/letterTyped.ts'
import { letterOf, useKeptLetter } from '../documents/useKeptLetter.ts'
import { noRecipient, recipientOf } from '../partners/recipient.ts'
import { panelLater } from '../ui/later.tsx'
import { useLinkState } from '../link/hooks.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import type { ActProps } from './acts.ts'
import { Fields } from '../ui/Fields.tsx'
import style from '../ui/Form.module.css'

const words = fileActs.fields

/** The directory's list comes with the first forwarding: no page reads it before. */
const RecipientFields = panelLater(
  async () => (await import('../partners/RecipientFields.tsx')).RecipientFields,
)

/** Whether the act issues its paper: at first yes for an agent, whose name the paper must bear (CRPA L111-2). */
export const useIssues = () => useState(useLinkState((link) => link.role === 'agent'))

/** The box that issues the paper of the act; unticked where another software already gave the paper. */
export const IssuesPaper = ({
  issue,
  onChange,
}: {
  readonly issue: boolean
  readonly onChange: (issue: boolean) => void
}) => (
  <Checkbox isSelected={issue} onChange={onChange}>
    {words.issue}
  </Checkbox>
)

/** The sentence once an act is done, with the number of the document that it issued. */
export const papered =
  (title: string) =>
  ({ reference, document }: { readonly reference: string; readonly document: Issued | null }) =>
    document === null
      ? fileActs.done(title, reference)
      : `${fileActs.done(title, reference)}, ${document.number}`

/** The sentence once an act that issues no paper is done. */
const doneMessage =
  (title: string) =>
  ({ reference }: { readonly reference: string }) =>
    fileActs.done(title, reference)

/** Paper is acknowledged on paper; an e-mail by its two forms, sending then reception (CRPA R112-11-1). */
export const acknowledgementForms = ({
  channel,
}: Pick<ActProps['file'], 'channel'>): readonly AcknowledgementForm[] =>
  channel === 'email' ? ['aee', 'are'] : ['ar']

/** The last day for what lacks, as it is sent: with a paper alone, which asks it. */
export const askedBy = (issue: boolean, dueOn: LocalDate | null): { readonly dueOn?: LocalDate } =>
  issue && dueOn !== null ? { dueOn } : {}

export function Acknowledge({ file, today, acts, onDone, onCancel }: ActProps) {
  const forms = acknowledgementForms(file)
  const given = new Set(file.acknowledged.map(({ form }) => form))
  const [form, setForm] = useState<AcknowledgementForm>(
    forms.find((each) => !given.has(each)) ?? forms.at(-1) ?? 'ar',
  )
  const [on, setOn] = useState<LocalDate | null>(today)
  const [dueOn, setDueOn] = useState<LocalDate | null>(null)
  const [issue, setIssue] = useIssues()
  const title = fileActs.acts.acknowledge
  return (
    <ActForm
      title={title}
      act={title}
      missing={on === null ? dateMissing : null}
      onSend={() =>
        acts.acknowledge({
          fileId: file.fileId,
          form,
          on: on ?? today,
          issue,
          ...askedBy(issue, dueOn),
        })
      }
      said={papered(title)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Choice
        label={words.form}
        value={form}
        options={forms.map((value) => ({ value, title: fileWords.forms[value] }))}
        onChange={setForm}
      />
      <Fields>
        <DateField label={words.on} value={on} onChange={setOn} startsFocused />
        {issue && <DateField label={words.dueForPieces} value={dueOn} onChange={setDueOn} />}
      </Fields>
      <IssuesPaper issue={issue} onChange={setIssue} />
    </ActForm>
  )
}

/** To whom it was to go, as it was kept. */
const recipientKept = ({ name = '', address = '', contact = '' }: LetterTyped) => ({ name, address, contact })

/** Forwards the request to another administration and tells the person (CRPA L114-2). */
export function Forward({ file, today, letters, acts, onDone, onCancel }: ActProps) {
  const before = letterOf(letters, 'forward')
  const [draft, setDraft] = useState({ ...noRecipient, ...recipientKept(before) })
  const [sent, setSent] = useState<string>(before['sent'] ?? words.sentDefault)
  const [competent, setCompetent] = useState(true)
  const [on, setOn] = useState<LocalDate | null>(today)
  const [receivedOn, setReceivedOn] = useState<LocalDate | null>(null)
  const [issue, setIssue] = useIssues()
  const title = fileActs.acts.forward
  const settled = useKeptLetter(
    file.fileId,
    'forward',
    letterSaid({ ...draft, sent: sent === words.sentDefault ? '' : sent }),
    before,
  )
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing(
        [wordsIn(draft.name) === '', words.toMissing],
        [wordsIn(sent) === '', words.sentMissing],
        [on === null, dateMissing],
      )}
      onSend={() => {
        const { name: to = '', ...rest } = recipientOf(draft) ?? {}
        return acts.forward({
          fileId: file.fileId,
          to,
          ...rest,
          sent: wordsIn(sent),
          competent,
          on: on ?? today,
          issue,
          ...(competent && receivedOn !== null ? { receivedOn } : {}),
        })
      }}
      said={papered(title)}
      onDone={() => {
        settled()
        onDone()
      }}
      onCancel={onCancel}
    >
      <Fields>
        <div className={style.wide}>
          <RecipientFields
            label={words.to}
            addressLabel={words.toAddress}
            draft={draft}
            startsFocused
            onChange={setDraft}
          />
        </div>
        <Field label={words.sent} value={sent} onChange={setSent} maxLength={200} />
        <DateField label={words.on} value={on} onChange={setOn} />
        {competent && <DateField label={words.receivedThere} value={receivedOn} onChange={setReceivedOn} />}
      </Fields>
      <Checkbox isSelected={competent} onChange={setCompetent}>
        {words.competent}
      </Checkbox>
      <IssuesPaper issue={issue} onChange={setIssue} />
    </ActForm>
  )
}

/** Notes that a title arrived for this file, and in which box of the drawer it is. */
export function TitleArrived({ file, today, acts, onDone, onCancel }: ActProps) {
  const [arrivedOn, setArrivedOn] = useState<LocalDate | null>(today)
  const [slot, setSlot] = useState('')
  const [number, setNumber] = useState('')
  const title = fileActs.acts.titleArrived
  return (
    <ActForm
      title={title}
      act={title}
      missing={arrivedOn === null ? dateMissing : null}
      onSend={() =>
        acts.titleArrived({
          fileId: file.fileId,
          arrivedOn: arrivedOn ?? today,
          slot: wordsIn(slot) || null,
          ...(wordsIn(number) === '' ? {} : { number: wordsIn(number) }),
        })
      }
      said={doneMessage(title)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Fields>
        <DateField label={words.arrivedOn} value={arrivedOn} onChange={setArrivedOn} />
        <Field label={words.slot} value={slot} onChange={setSlot} maxLength={20} startsFocused />
        <Field
          label={words.titleNumber}
          value={number}
          onChange={setNumber}
          maxLength={30}
          autoComplete="off"
        />
      </Fields>
    </ActForm>
  )
}

const notices = ['telephone', 'sms', 'email', 'post'] as const

export function Notify({ file, today, acts, onDone, onCancel }: ActProps) {
  const [means, setMeans] = useState<z.infer<typeof NoticeMeans>>('telephone')
  const [on, setOn] = useState<LocalDate | null>(today)
  const title = fileActs.acts.notify
  return (
    <ActForm
      title={title}
      act={title}
      missing={on === null ? dateMissing : null}
      onSend={() => acts.notify({ fileIds: [file.fileId], means, on: on ?? today })}
      said={() => fileActs.done(title, file.reference)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Choice
        label={words.noticeMeans}
        value={means}
        options={notices.map((value) => ({ value, title: fileActs.notices[value] }))}
        onChange={setMeans}
      />
      <Fields>
        <DateField label={words.on} value={on} onChange={setOn} startsFocused />
      </Fields>
    </ActForm>
  )
}

import { useState } from 'react'
import type { FileDecision } from '../../shared/contract/files/file.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { useView } from '../link/hooks.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import { isDecidedElsewhere } from '../../shared/domain/files/whoDecides.ts'
import type { ActProps } from './acts.ts'
import { Fields } from '../ui/Fields.tsx'
import { heardSaid } from './heard.ts'
import { Prose } from '../ui/Prose.tsx'
import style from '../ui/Form.module.css'

const words = fileActs.fields

/** Longest reason kept, in characters, as the contract has it. */
const longest = 2000

/** What stands for a ground that is not of the list, where the list is open. */
const other = ''

/** Decisions that can be noted: what silence is worth only in its sense, which the texts give, and once its day has come. */
export const decisionsFor = ({ clock }: Pick<ActProps['file'], 'clock'>): readonly FileDecision[] => [
  'granted',
  'partlyGranted',
  'refused',
  ...(clock?.state === 'decided'
    ? ([clock.sense === 'acceptation' ? 'implicitAcceptance' : 'implicitRejection'] as const)
    : []),
]

/**
 * A refusal of this office is a paper with its reasons (CRPA L211-2, L211-5): it is issued, not noted. One that another
 * software issued is noted by its number and its ground, or its reasons.
 */
export const isWritten = (decision: FileDecision | null, elsewhere: boolean): boolean =>
  !elsewhere && (decision === 'refused' || decision === 'partlyGranted')

/** A refusal of what the rules have this office decide is named by its paper, whoever made it: that one has its reasons. */
export const isNumbered = (
  decision: FileDecision | null,
  { regime }: { readonly regime: { readonly collectsOnly: boolean } },
): boolean => !regime.collectsOnly && (decision === 'refused' || decision === 'partlyGranted')

/** What the act is called: where another authority decides, this office decides nothing. */
export const decideTitle = (file: Parameters<typeof isDecidedElsewhere>[0]): string =>
  isDecidedElsewhere(file) ? fileActs.decisionReceived : fileActs.acts.decide

/** A decision: the office's, or the one that came from the authority for which it collects, or to which it was sent. */
export function Decide({ file, today, acts, onDone, onCancel }: ActProps) {
  const elsewhere = isDecidedElsewhere(file)
  const [decision, setDecision] = useState<FileDecision | null>(null)
  const [on, setOn] = useState<LocalDate | null>(today)
  const [reason, setReason] = useState('')
  const written = isWritten(decision, elsewhere)
  const numbered = isNumbered(decision, file)
  // Where silence accepts, the day on which a refusal reached the person says whether it broke it.
  const dated = numbered && !elsewhere && file.clock?.sense === 'acceptation'
  const [issuer, setIssuer] = useState('')
  const [number, setNumber] = useState('')
  const [notifiedOn, setNotifiedOn] = useState<LocalDate | null>(null)
  const [groundId, setGroundId] = useState<string | null>(null)
  const grounds = useView('file.view', { fileId: file.fileId })?.refusal ?? null
  // Whatever software issued it: its ground, of the list where the text closes it, or what it says in law and in fact.
  const choices = written ? grounds : null
  const untold = wordsIn(reason) === ''
  const heard = decision === 'implicitAcceptance' ? heardSaid(file, today) : null
  const title = decideTitle(file)
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing(
        [decision === null, words.decisionMissing],
        [numbered && (wordsIn(issuer) === '' || wordsIn(number) === ''), words.elsewhereMissing],
        [choices?.closed === true && groundId === null, papers.issue.fields.groundMissing],
        [written && untold, words.untold],
        [on === null, dateMissing],
      )}
      onSend={() =>
        acts.decide({
          fileId: file.fileId,
          decision: decision ?? 'granted',
          by: elsewhere ? 'authority' : 'office',
          on: on ?? today,
          ...(wordsIn(reason) === '' ? {} : { reason: wordsIn(reason) }),
          ...(choices && groundId !== null ? { ground: { groundId, said: {} } } : {}),
          ...(numbered ? { elsewhere: { issuer: wordsIn(issuer), number: wordsIn(number) } } : {}),
          ...(dated && notifiedOn !== null ? { notifiedOn } : {}),
        })
      }
      said={({ reference }) => fileActs.done(title, reference)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {elsewhere && <p className={style.note}>{words.collectsOnly}</p>}
      <Choice
        label={words.decision}
        value={decision}
        options={decisionsFor(file).map((value) => ({ value, title: fileWords.decisions[value] }))}
        onChange={setDecision}
      />
      {written && <p className={style.note}>{words.written}</p>}
      {heard && (
        <p className={style.note}>
          <Prose>{heard}</Prose>
        </p>
      )}
      {choices && (
        <Choice<string>
          label={papers.issue.fields.ground}
          value={groundId ?? (choices.closed ? null : other)}
          options={[
            ...choices.grounds.map((ground) => ({
              value: ground.groundId,
              title: `${ground.title} · ${ground.article}`,
            })),
            ...(choices.closed ? [] : [{ value: other, title: papers.issue.fields.otherGround }]),
          ]}
          onChange={(value) => setGroundId(value === other ? null : value)}
        />
      )}
      <Fields>
        <DateField label={words.on} value={on} onChange={setOn} />
        {numbered && (
          <>
            <Field
              label={words.elsewhereBy}
              detail={words.elsewhereByHelp}
              value={issuer}
              onChange={setIssuer}
              maxLength={100}
            />
            <Field label={words.elsewhereNumber} value={number} onChange={setNumber} maxLength={60} />
          </>
        )}
        {dated && <DateField label={words.notifiedOn} value={notifiedOn} onChange={setNotifiedOn} />}
        {(decision === 'refused' || decision === 'partlyGranted') && (
          <div className={style.wide}>
            <Field
              label={words.reason}
              detail={words.reasonHelp}
              value={reason}
              onChange={setReason}
              lines={4}
              maxLength={longest}
            />
          </div>
        )}
      </Fields>
    </ActForm>
  )
}

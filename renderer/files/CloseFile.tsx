import { useState } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { holds } from '../../shared/domain/files/sent.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import type { DocumentRow } from '../documents/DocumentList.tsx'
import { offeredOnFile } from '../documents/offered.ts'
import { ActForm } from '../ui/ActForm.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Prose } from '../ui/Prose.tsx'
import style from '../ui/Form.module.css'
import type { ActProps } from './acts.ts'

const words = fileActs.fields

type Reason = Input<'file.close'>['reason']

/** Why a file may end: what its state already says comes first. A copy sent for information ends nothing. */
export const reasonsFor = ({
  decision,
  forwarded,
}: Pick<ActProps['file'], 'decision' | 'forwarded'>): readonly Reason[] => {
  const sent = forwarded.some((one) => one.competent && holds(one))
  return [
    ...(decision !== null || !sent ? (['done'] as const) : []),
    ...(sent ? (['forwarded'] as const) : []),
    ...(decision !== null || !sent ? [] : (['done'] as const)),
    'withdrawn',
    'duplicate',
    'mistake',
  ]
}

/** Silence accepted, and no attestation of it holds: it is made until the file ends, for who asks for it (CRPA L232-3). */
export const mayBeAttested = (
  file: ActProps['file'],
  papers: readonly Pick<DocumentRow, 'kind' | 'cancelledBy' | 'correctedBy'>[],
): boolean =>
  offeredOnFile(file).includes('acceptation') &&
  !papers.some(
    ({ kind, cancelledBy, correctedBy }) =>
      kind === 'acceptation' && cancelledBy === null && correctedBy === null,
  )

/** Ends a file, and says why. */
export function CloseFile({ file, papers, acts, onDone, onCancel }: ActProps) {
  const reasons = reasonsFor(file)
  const [reason, setReason] = useState<Reason>(reasons[0] ?? 'done')
  const title = fileActs.acts.close
  return (
    <ActForm
      title={title}
      act={title}
      missing={null}
      onSend={() => acts.close({ fileId: file.fileId, reason })}
      said={({ reference }) => fileActs.done(title, reference)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Choice
        label={words.reasonOfEnd}
        value={reason}
        options={reasons.map((value) => ({ value, title: fileWords.reasons[value] }))}
        onChange={setReason}
      />
      {reason === 'done' && mayBeAttested(file, papers) && (
        <p className={style.note}>
          <Prose>{words.attestFirst}</Prose>
        </p>
      )}
    </ActForm>
  )
}

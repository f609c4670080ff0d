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

type Barred = {
  readonly reason: Reason
  readonly why: 'decisionMissing' | 'acceptedBySilence' | 'refusalNotYetNotified' | 'refusalOvertaken'
}

/** What ends no file as it stands, and why: the host would refuse it. */
export function barredFor(file: ActProps['file']): readonly Barred[] {
  const { decision, handedOver, regime, unheard } = file
  const decided = decision !== null || handedOver.length > 0 || regime.silence.sense === 'sansObjet'
  const refused = unheard?.overtaken ? 'refusalOvertaken' : unheard && 'refusalNotYetNotified'
  const done = refused ?? (decided ? null : 'decisionMissing')
  return [
    ...(done === null ? [] : [{ reason: 'done', why: done } as const]),
    ...(offeredOnFile(file).includes('acceptation')
      ? (['duplicate', 'mistake'] as const).map((reason) => ({ reason, why: 'acceptedBySilence' }) as const)
      : []),
  ]
}

/** Why a file may end: what its state already says comes first. A copy sent for information ends nothing. */
export function reasonsFor(file: ActProps['file']): readonly Reason[] {
  const sent = file.forwarded.some((one) => one.competent && holds(one))
  const barred = barredFor(file).map(({ reason }) => reason)
  const first: readonly Reason[] =
    file.decision !== null || !sent
      ? ['done', ...(sent ? ['forwarded' as const] : [])]
      : ['forwarded', 'done']
  return [...first, 'withdrawn', 'duplicate', 'mistake'].filter(
    (reason): reason is Reason => !barred.includes(reason as Reason),
  )
}

/** What its state says of its end; nothing does where it was neither decided nor sent to who decides. */
export const endSaid = (file: ActProps['file']): Reason | null =>
  reasonsFor(file).find((reason) => reason === 'done' || reason === 'forwarded') ?? null

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
  const [reason, setReason] = useState<Reason | null>(endSaid(file))
  const barred = barredFor(file)
  const whys = [...new Set(barred.map(({ why }) => why))]
  const title = fileActs.acts.close
  return (
    <ActForm
      title={title}
      act={title}
      missing={reason === null ? words.reasonOfEndMissing : null}
      onSend={() => acts.close({ fileId: file.fileId, reason: reason ?? 'done' })}
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
      {whys.map((why) => (
        <p key={why} className={style.note}>
          <Prose>
            {words.endBarred(
              barred.flatMap((one) => (one.why === why ? fileWords.reasons[one.reason] : [])),
              why,
            )}
          </Prose>
        </p>
      ))}
      {reason === 'done' && mayBeAttested(file, papers) && (
        <p className={style.note}>
          <Prose>{words.attestFirst}</Prose>
        </p>
      )}
    </ActForm>
  )
}

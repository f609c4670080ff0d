import { useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { mistakable } from '../../shared/domain/files/sent.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { dayShort } from '../../shared/messages/files/page.fr.ts'
import { ActForm } from '../ui/ActForm.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActProps } from './acts.ts'
import { sentSaid } from './sentSaid.ts'

const words = fileActs.fields

/** Notes that the last forwarding was noted by mistake: its paper is cancelled by another. */
export function CancelForwarding({ file, today, acts, onDone, onCancel }: ActProps) {
  const [reason, setReason] = useState('')
  const rank = mistakable(file) ?? 0
  const sent = file.forwarded[rank]
  const title = fileActs.acts.cancelForwarding
  return (
    <ActForm
      title={title}
      act={words.mistake}
      missing={wordsIn(reason) === '' ? words.mistakeMissing : null}
      onSend={() => acts.cancelForwarding({ fileId: file.fileId, rank, reason: wordsIn(reason) })}
      said={({ reference, documents, askAgain = [] }) => {
        const done = [fileActs.done(title, reference), ...documents.map(({ number }) => number)].join(', ')
        return askAgain.length === 0
          ? done
          : `${done}. ${fileActs.askAgain(askAgain.map((on) => dayShort(on, today)))}`
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      {sent !== undefined && <p>{sentSaid(sent, (on) => dayShort(on, today))}</p>}
      <Field label={words.mistakeReason} value={reason} onChange={setReason} maxLength={200} startsFocused />
    </ActForm>
  )
}

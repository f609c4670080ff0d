import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { isLetter } from '../../shared/domain/files/letters.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { ActForm } from '../ui/ActForm.tsx'
import { Acts } from '../ui/Acts.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActFormProps } from './acts.ts'

const words = papers.cancel

const said = papers.withdrawn

/** What the cancelling of a letter changed on its file, or why it changed nothing. */
function withdrawnSaid(withdrawn: Output<'document.cancel'>['withdrawn']): readonly string[] {
  if (withdrawn === undefined) return []
  const { asked, askedElse, runsAgainOn, acknowledgement, unchanged } = withdrawn
  const changed = [
    ...(asked.length > 0 ? [askedElse ? said.askedElse : said.asked(asked.map(calendarDate))] : []),
    ...(runsAgainOn ? [said.runsAgain(calendarDate(runsAgainOn))] : []),
    ...(acknowledgement ? [said.acknowledgement] : []),
  ].join(' ; ')
  const sentence = unchanged ? said.unchanged[unchanged] : changed
  return sentence === '' ? [] : [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`]
}

/** A cancellation is a document that names the first, with its reason. */
export function CancelDocument({ line, acts, printerId, onDone, onCancel }: ActFormProps) {
  const [reason, setReason] = useState('')
  const { documentId, kind, number } = line
  return (
    <ActForm
      title={words.title}
      act={words.act}
      missing={wordsIn(reason) === '' ? words.reasonMissing : null}
      onSend={() => acts.cancel({ documentId, reason: wordsIn(reason), ...printerId })}
      said={(issued) =>
        [papers.cancelled(number, issued.number), ...withdrawnSaid(issued.withdrawn)].join('. ')
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className={lettering.small}>
        <Prose>{words.help}</Prose>
      </p>
      {isLetter(kind) && (
        <ul role="list" className={lettering.small}>
          {words.letterHelp.map((line) => (
            <li key={line}>
              <Prose>{line}</Prose>
            </li>
          ))}
        </ul>
      )}
      <Acts role="group" aria-label={words.reason}>
        {words.reasons.map((ready) => (
          <Button key={ready} size="dense" selected={ready === reason} onPress={() => setReason(ready)}>
            {ready}
          </Button>
        ))}
      </Acts>
      <Field label={words.reason} value={reason} onChange={setReason} maxLength={200} startsFocused />
    </ActForm>
  )
}

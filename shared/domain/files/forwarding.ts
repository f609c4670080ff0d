import type { Decide } from '../decision.ts'
import { keptRow, openedFile, strangeDate } from './recorded.ts'

/** The acknowledgement given or sent, with its date (CRPA L112-3, R112-11-1, R112-11-2). */
export const acknowledgeFile: Decide<'file.acknowledge'> = (office, { fileId, form, on }, context) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, today } = found
  const strange = strangeDate(on, { after: file.receivedOn, today })
  if (strange) return strange
  return {
    events: [{ type: 'fileAcknowledged', data: { fileId, form, on } }],
    output: { reference: file.reference },
  }
}

/** Sent to another administration: to whom and what is personal, since it says what the person asks (CRPA L114-2). */
export const forwardFile: Decide<'file.forward'> = (
  office,
  { fileId, to, sent, competent, on, receivedOn = null },
  context,
) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  const strange =
    strangeDate(on, { after: file.receivedOn, today }) ??
    (receivedOn === null ? undefined : strangeDate(receivedOn, { after: on, today }))
  if (strange) return strange
  return {
    events: [{ type: 'fileForwarded', data: { fileId, competent, on, receivedOn } }],
    personal: [keptRow(fileId, { ...row, forwarded: [...row.forwarded, { to, sent }] }, context.now)],
    output: { reference: file.reference },
  }
}

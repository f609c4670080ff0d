import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { calendarPart } from '../../../shared/contract/appointments/sending.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Result } from '../../../shared/rpc/connect.ts'
import type { Link } from '../../link/link.ts'

/** Has a calendar file read, in parts where it is longer than one; the first refusal ends it, and nothing is read. */
export async function sendCalendar(
  link: Pick<Link, 'act'>,
  text: string,
  about: Pick<Input<'appointment.import'>, 'format'>,
): Promise<Result<Output<'appointment.import'>>> {
  if (text.length <= calendarPart) return link.act('appointment.import', { text, ...about })
  let from = 0
  for (let index = 0; from + calendarPart < text.length; index++) {
    const result = await link.act('calendar.send', { index, text: text.slice(from, from + calendarPart) })
    if ('error' in result) return result
    from += calendarPart
  }
  return link.act('appointment.import', {
    text: text.slice(from),
    sha256: bytesToHex(sha256(utf8ToBytes(text))),
    ...about,
  })
}

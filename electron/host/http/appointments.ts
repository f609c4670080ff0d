import type { IncomingMessage, ServerResponse } from 'node:http'
import { largestMessage } from '../../../shared/contract/define.ts'
import type { Host } from '../core/host.ts'
import { sendFault, sendJson } from './api.ts'
import { readBody } from './body.ts'

/** Where RDV Service Public says that an appointment changed. */
export const noticePath = '/rendez-vous/rdvsp'

/** A notice of the followed source: who signs it as it was agreed is heard, nobody else. */
export async function answerNotice(
  host: Pick<Host, 'appointments'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    request.resume()
    return sendFault(response, 'methodNotAllowed', undefined, { allow: 'POST' })
  }
  const body = await readBody(request, largestMessage)
  if (body === undefined) return
  if (body === 'tooLarge') return sendFault(response, 'tooLarge')
  if (body === 'notText') return sendFault(response, 'badRequest')
  const signature = request.headers['x-lapin-signature']
  const signed = typeof signature === 'string' ? signature : ''
  if (!host.appointments.heard(Buffer.from(body.text, 'utf8'), signed))
    return sendFault(response, 'unauthorized')
  sendJson(response, 200, '{}')
}

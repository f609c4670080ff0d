import type { IncomingMessage, ServerResponse } from 'node:http'
import { largestMessage } from '../../../shared/contract/define.ts'
import { searchPath } from '../appointments/slotSearch.ts'
import type { Host } from '../host.ts'
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

/** The national search of slots: whoever shows its token is answered hours alone. */
export async function answerSearch(
  host: Pick<Host, 'appointments'>,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume()
  if (request.method !== 'GET') return sendFault(response, 'methodNotAllowed', undefined, { allow: 'GET' })
  const shown = request.headers['x-hub-rdv-auth-token']
  const token = typeof shown === 'string' ? shown : undefined
  const said = await host.appointments.slotSearch.answer(
    url.pathname.slice(searchPath.length),
    url.searchParams,
    token,
  )
  if ('body' in said) return sendJson(response, 200, said.body)
  if ('wait' in said)
    return sendFault(response, 'tooManyCalls', undefined, { 'retry-after': String(Math.ceil(said.wait)) })
  sendFault(response, said.fault)
}

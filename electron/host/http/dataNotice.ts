import type { ServerResponse } from 'node:http'
import type { Office } from '../../../shared/domain/state.ts'
import { posters } from '../../../shared/messages/public/posters.ts'
import { waysOf } from '../../../shared/messages/public/posterTexts.ts'
import { prose, sendPage } from './plainPage.ts'

/** `/donnees`: the whole notice of personal data (GDPR, art. 13), as the poster has it; papers say it in short. */
export function sendDataNotice(
  { settings, paper }: Pick<Office, 'settings' | 'paper'>,
  response: ServerResponse,
): void {
  const { titles, data } = posters.fr
  const address = settings?.address
  const contact = paper.dataContact ?? (address ? waysOf(address) : '')
  const line = (text: string) => `<p>${prose(text)}</p>`
  const content = [
    line(data.lead(address?.name ?? '')),
    `<ul>${data.list.map((item) => `<li>${prose(item)}</li>`).join('')}</ul>`,
    line(data.ask(contact)),
    line(data.cnil),
  ]
  sendPage(response, 200, titles.data, content.join(''))
}

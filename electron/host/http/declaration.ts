import type { ServerResponse } from 'node:http'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { declaredCounts as counts, declaredRefused } from '../../../shared/documents/declared.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { declarationFr as words } from '../../../shared/messages/help/accessibility.fr.ts'
import { prose, sendPage } from './plainPage.ts'

const part = (title: string, ...content: readonly string[]) =>
  `<h2>${escapeHtml(title)}</h2>${content.join('')}`
const line = (text: string) => `<p>${prose(text)}</p>`

/** An address of the web as a link; anything else as it was typed. */
const linked = (plan: string): string =>
  /^https?:\/\/\S+$/.test(plan)
    ? `<p><a href="${escapeHtml(plan)}" rel="noreferrer">${escapeHtml(plan)}</a></p>`
    : line(plan)

/** `/accessibilite`: the declaration that the law asks of the administration, with what its own settings say. */
export function sendDeclaration(office: Office, response: ServerResponse): void {
  const { contact = '', plan = '' } = office.software.settings.accessibility ?? {}
  const refused = declaredRefused.map(
    ({ numero, titre, raison }) => `<li>${escapeHtml(numero)} – ${prose(titre)}<br>${prose(raison)}</li>`,
  )
  const content = [
    line(words.who(office.settings?.address.name ?? '')),
    part(words.state, line(words.stateIs(counts)), line(words.how)),
    part(words.refused, `<ul>${refused.join('')}</ul>`),
    part(words.tools, line(words.toolsAre)),
    part(
      words.contact,
      // The contact as the office typed it: an address or a sentence.
      contact === '' ? line(words.contactNone) : `<p>${escapeHtml(words.contactIs(contact))}</p>`,
    ),
    part(words.plan, plan === '' ? line(words.planNone) : linked(plan)),
    part(words.remedy, line(words.remedyIs)),
  ]
  sendPage(response, 200, words.title, content.join(''))
}

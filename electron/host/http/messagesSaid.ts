import type { Instant } from '../../../shared/contract/ids.ts'
import { inLanguage, type Language } from '../../../shared/contract/text.ts'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { shownMessages } from '../../../shared/domain/media/officeMessages.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { directionOf, kiosk } from '../../../shared/messages/public/kiosk.ts'

/** How the pages of a telephone show what the office says to everyone. */
export const messagesStyle = `h2{font-size:1.125rem;margin:1.5rem 0 .5rem}
.messages{padding:0;margin:0;list-style:none;display:grid;gap:.5rem}
.messages li{border:2px solid var(--line);padding:.6rem .8rem;overflow-wrap:anywhere}`

/** What the office says to everyone now, in French where nobody translated it; '' where it says nothing. */
export function messagesSaid(office: Office, now: Instant, lang: Language): string {
  const shown = shownMessages(office, now).map(({ text }) => {
    const said = text[lang] === undefined ? 'fr' : lang
    return `<li lang="${said}" dir="${directionOf(said)}">${escapeHtml(inLanguage(text, lang))}</li>`
  })
  return shown.length === 0
    ? ''
    : `<h2>${escapeHtml(kiosk[lang].messages)}</h2><ul class="messages">${shown.join('')}</ul>`
}

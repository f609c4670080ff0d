import type { VisitFacts } from '../../../shared/contract/documents/visitFacts.ts'
import type { Instant, TicketNumber } from '../../../shared/contract/ids.ts'
import type { PaperSettings } from '../../../shared/contract/documents/paperSettings.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'

const words = papersSettings.specimen

/** A receipt that nobody filed, with the settings as they are being typed: it says SPÉCIMEN, whatever the office. */
export const specimenOf = (
  { address, calendar, personWord }: OfficeSettings,
  { lines, dataContact }: PaperSettings,
  now: Instant,
): VisitFacts => ({
  kind: 'recepisse',
  issuedAt: now,
  zone: calendar.zone,
  office: address,
  letterhead: { lines: [...lines], dataContact },
  service: words.service,
  agent: words.agent,
  ticket: 'A1' as TicketNumber,
  label: words.label,
  outcome: 'incomplete',
  arrivedAt: now,
  receivedAt: now,
  pieces: words.pieces.map((title, at) => ({
    title,
    state: at === words.pieces.length - 1 ? ('missing' as const) : ('presented' as const),
    sources: [],
    toConfirm: false,
  })),
  silence: { title: words.silence, sources: [], toConfirm: false },
  decides: null,
  rule: null,
  school: true,
  personWord,
})

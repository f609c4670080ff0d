import { administrationNav } from '../../shared/messages/office/administrationNav.fr.ts'
import { commitmentWords } from '../../shared/messages/history/commitments.fr.ts'
import { consultationWords } from '../../shared/messages/privacy/accessLog.fr.ts'
import { dutyWords } from '../../shared/messages/privacy/duties.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { keepingPage } from '../../shared/messages/backup/page.fr.ts'
import { law } from '../../shared/messages/law/law.fr.ts'
import { network } from '../../shared/messages/network/network.fr.ts'
import { papersSettings } from '../../shared/messages/documents/settings.fr.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { personRights } from '../../shared/messages/privacy/personRights.fr.ts'
import { premisesWords } from '../../shared/messages/office/services.fr.ts'
import { postersPage } from '../../shared/messages/media/postersPage.fr.ts'
import { printing } from '../../shared/messages/printing/printing.fr.ts'
import { queueSettings } from '../../shared/messages/queue/settings.fr.ts'
import { recordings } from '../../shared/messages/media/recordings.fr.ts'
import { softwareWords } from '../../shared/messages/integrations/integrations.fr.ts'
import { textReviews } from '../../shared/messages/media/textReviews.fr.ts'
import { deed } from '../../shared/messages/till/deed.fr.ts'

/** The administration's parts, by the group under which the navigation lists them. */
export const sectionGroups = [
  { group: 'office', sections: ['office', 'premises', 'calendar', 'appointments', 'changes'] },
  { group: 'people', sections: ['agents', 'people'] },
  { group: 'papers', sections: ['papers', 'posters', 'languages', 'recordings', 'till'] },
  { group: 'stations', sections: ['network', 'printers', 'printing'] },
  { group: 'law', sections: ['queue', 'rules', 'packages', 'drafts', 'law', 'search'] },
  { group: 'keeping', sections: ['keeping', 'consultations', 'person', 'register', 'files'] },
  { group: 'accounts', sections: ['commitments', 'impact', 'staffNotice'] },
  { group: 'software', sections: ['updates', 'software'] },
] as const
export type Section = (typeof sectionGroups)[number]['sections'][number]

const { calendar, queue, appointments } = queueSettings.sections

export const sectionTitles: Readonly<Record<Section, string>> = {
  ...law.sections,
  ...administrationNav.sections,
  calendar,
  queue,
  appointments,
  person: personRights.section,
  register: personRights.register.section,
  premises: premisesWords.section,
  changes: premisesWords.changes.section,
  people: peopleWords.page.section,
  consultations: consultationWords.section,
  files: filesPage.section,
  printing: printing.page.label,
  keeping: keepingPage.section,
  network: network.section,
  papers: papersSettings.section,
  posters: postersPage.section,
  languages: textReviews.section,
  recordings: recordings.section,
  till: deed.section,
  software: softwareWords.section,
  commitments: commitmentWords.section,
  impact: dutyWords.impact.section,
  staffNotice: dutyWords.staffNotice.section,
}

const isSection = (name: string | null): name is Section =>
  name !== null && Object.hasOwn(sectionTitles, name)

/** The part that an address names (`#section=people`); the first one where it names none. */
export function sectionOf(hash: string): Section {
  const named = new URLSearchParams(hash.slice(1)).get('section')
  return isSection(named) ? named : 'office'
}

/** The same address, at this part. */
export function hashAt(hash: string, section: Section): string {
  const parameters = new URLSearchParams(hash.slice(1))
  parameters.set('section', section)
  return `#${parameters}`
}

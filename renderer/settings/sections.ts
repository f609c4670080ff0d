import { administrationNav } from '../../shared/messages/office/administrationNav.fr.ts'
import { archivesWords } from '../../shared/messages/privacy/archives.fr.ts'
import { commitmentWords } from '../../shared/messages/history/commitments.fr.ts'
import { consultationWords } from '../../shared/messages/privacy/accessLog.fr.ts'
import { dutyWords } from '../../shared/messages/privacy/duties.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { guaranteeWords } from '../../shared/messages/help/guarantees.fr.ts'
import { keepingPage } from '../../shared/messages/backup/page.fr.ts'
import { law } from '../../shared/messages/law/law.fr.ts'
import { network } from '../../shared/messages/network/network.fr.ts'
import { papersSettings } from '../../shared/messages/documents/settings.fr.ts'
import { peopleWords } from '../../shared/messages/people/people.fr.ts'
import { personRights } from '../../shared/messages/privacy/personRights.fr.ts'
import { servicesWords } from '../../shared/messages/office/services.fr.ts'
import { officeMessageWords } from '../../shared/messages/media/officeMessages.fr.ts'
import { postersPage } from '../../shared/messages/media/postersPage.fr.ts'
import { printing } from '../../shared/messages/printing/printing.fr.ts'
import { queueSettings } from '../../shared/messages/queue/settings.fr.ts'
import { recordings } from '../../shared/messages/media/recordings.fr.ts'
import { scannerWords } from '../../shared/messages/identity/scanner.fr.ts'
import { integrationsWords } from '../../shared/messages/integrations/integrations.fr.ts'
import { textReviews } from '../../shared/messages/media/textReviews.fr.ts'
import { deed } from '../../shared/messages/till/deed.fr.ts'

/** The administration's parts, by the group under which the first page and the navigation list them: six, each part in one. */
export const sectionGroups = [
  { group: 'office', sections: ['office', 'services', 'calendar', 'appointments', 'changes'] },
  { group: 'people', sections: ['agents', 'people', 'staffNotice'] },
  { group: 'devices', sections: ['network', 'printers', 'printing', 'scanner', 'updates'] },
  { group: 'queue', sections: ['queue', 'rules', 'packages', 'drafts', 'law', 'search'] },
  {
    group: 'papers',
    sections: ['messages', 'documents', 'posters', 'languages', 'recordings', 'integrations', 'till'],
  },
  {
    group: 'data',
    sections: [
      'backup',
      'accessLog',
      'person',
      'register',
      'archives',
      'files',
      'commitments',
      'impact',
      'guarantees',
    ],
  },
] as const
export type SectionGroup = (typeof sectionGroups)[number]['group']
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
  archives: archivesWords.section,
  services: servicesWords.section,
  changes: servicesWords.changes.section,
  people: peopleWords.page.section,
  accessLog: consultationWords.section,
  files: filesPage.section,
  printing: printing.page.label,
  scanner: scannerWords.section,
  backup: keepingPage.section,
  network: network.section,
  documents: papersSettings.section,
  messages: officeMessageWords.section,
  posters: postersPage.section,
  languages: textReviews.section,
  recordings: recordings.section,
  till: deed.section,
  integrations: integrationsWords.section,
  commitments: commitmentWords.section,
  impact: dutyWords.impact.section,
  staffNotice: dutyWords.staffNotice.section,
  guarantees: guaranteeWords.section,
}

const isSection = (name: string | null): name is Section =>
  name !== null && Object.hasOwn(sectionTitles, name)

/** What an address kept since before names a part by: the word that it had, and the part. */
const formerSections: ReadonlyMap<string | null, Section> = new Map<string, Section>([
  ['premises', 'services'],
  ['papers', 'documents'],
  ['keeping', 'backup'],
  ['consultations', 'accessLog'],
  ['software', 'integrations'],
])

/** The part that an address names (`#section=people`), by its word or its former one; the first page where it names none. */
export function sectionOf(hash: string): Section | null {
  const named = new URLSearchParams(hash.slice(1)).get('section')
  return isSection(named) ? named : (formerSections.get(named) ?? null)
}

/** The address of the administration at this part; at its first page for null. */
export function hashAt(hash: string, section: Section | null): string {
  const parameters = new URLSearchParams(hash.slice(1))
  if (section === null) parameters.delete('section')
  else parameters.set('section', section)
  return `#${parameters}`
}

/** The group of a part. */
export const groupOf = (section: Section): SectionGroup =>
  sectionGroups.find(({ sections }) => sections.some((one) => one === section))!.group

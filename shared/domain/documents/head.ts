import type { Addressee, Author, Letterhead, SeenAs } from '../../contract/documents/said.ts'
import type { LetterFacts } from '../../contract/documents/issued.ts'
import type { AgentId, FileReference, ServiceId, TicketNumber } from '../../contract/ids.ts'
import type { AgentName } from '../../contract/office/settings.ts'
import type { Assessment, RuleVersion } from '../../contract/law/assessment.ts'
import { searchable } from '../../contract/letters.ts'
import type { FilePerson } from '../../contract/files/file.ts'
import type { Person, Sheet } from '../../contract/visit/sheet.ts'
import type { Context } from '../decision.ts'
import { requestName } from '../law/checklist.ts'
import { keepsSecret } from '../law/secrecy.ts'
import { serviceName, type Office } from '../state.ts'

/** An agent's name, as the personal rows have it; null where it was never given or is erased. */
export const nameOfAgent = (
  { personal }: Pick<Context, 'personal'>,
  agentId: AgentId | null,
): AgentName | null => (agentId === null ? undefined : personal.agents.get(agentId)) ?? null

/** Who speaks: by name and capacity (CRPA L111-2), or by the pseudonym that their safety asks for. */
export function authorOf(
  office: Office,
  context: Pick<Context, 'personal'>,
  agentId: AgentId | null,
): Author | null {
  const shield = agentId === null ? undefined : office.shields.get(agentId)
  return shield === undefined ? nameOfAgent(context, agentId) : { pseudonym: shield.pseudonym }
}

/** What the office adds to its papers, where it adds anything: facts issued before have nothing of it. */
export const letterheadOf = (office: Office): { readonly letterhead?: Letterhead } => {
  const { lines, dataContact } = office.paper
  return lines.length === 0 && dataContact === null ? {} : { letterhead: { lines: [...lines], dataContact } }
}

/** The person as the law has them addressed (CRPA L111-3): the name of use only because they asked for it. */
export const addresseeOf = (person: Person | FilePerson | null): Addressee | null =>
  person && {
    familyName: person.familyName,
    firstName: person.firstName ?? null,
    usageName: person.usageName?.name ?? null,
    contact: ('contact' in person ? person.contact : null) ?? null,
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
  }

/** In which quality the rules see who makes the request; nothing where no rule does. */
export const seenAsOf = (
  assessment: Pick<Assessment, 'populationType'> | null,
): { readonly seenAs?: SeenAs } => {
  const type = assessment?.populationType
  return type ? { seenAs: { ...type, sources: [...type.sources] } } : {}
}

/** That what was handed in asks for nothing, where the rules say so. */
export const natureOf = (
  assessment: Pick<Assessment, 'nature'> | null,
): { readonly nature?: 'declaration' | 'payment' } => {
  const nature = assessment?.nature
  return nature === undefined || nature === 'request' ? {} : { nature }
}

/** What a request is called on a paper: the name that its rules give it, and what the agent typed of it, never one for the other. */
export type Named = { readonly label: string; readonly saidLabel: string | null }

/** The procedure and its case, else the service; beside it what was typed, where it says something else and may be said. */
export function namedRequest(
  office: Office,
  serviceId: ServiceId,
  sheet: Pick<Sheet, 'label' | 'procedureId' | 'answers'> | undefined,
  assessment: Assessment | null,
): Named {
  const secret = sheet !== undefined && keepsSecret(sheet)
  const typed = secret ? null : (sheet?.label ?? null)
  // Its case says that there is a secret.
  const named = secret ? assessment?.title.fr : requestName(assessment)
  const label = named ?? serviceName(office, serviceId) ?? serviceId
  const repeats = typed !== null && searchable(typed) === searchable(label)
  return { label, saidLabel: repeats ? null : typed }
}

/** What was typed, where facts have it. */
export const saidOf = (saidLabel: string | null | undefined): { readonly saidLabel?: string } =>
  saidLabel === null || saidLabel === undefined ? {} : { saidLabel }

/** What a document after the visit's own two is about. */
export type About = {
  readonly serviceId: ServiceId | null
  readonly label: string
  readonly saidLabel?: string | null | undefined
  readonly person: Person | FilePerson | null
  readonly ticket?: TicketNumber | null
  readonly file?: FileReference | null
  readonly rule?: RuleVersion | null
  /** What the rules say of the request: what it is, under which definition they see who makes it. */
  readonly assessment?: Pick<Assessment, 'nature' | 'populationType'> | null
  /** Who speaks, where it is not who acts; null where the office attests alone. */
  readonly agentId?: AgentId | null
}

/** What such a document begins with, frozen as it is now. The office is created. */
export function headOf(
  office: Office,
  context: Pick<Context, 'now' | 'who' | 'personal'>,
  {
    serviceId,
    label,
    saidLabel,
    person,
    ticket = null,
    file = null,
    rule = null,
    assessment = null,
    agentId,
  }: About,
): Pick<
  LetterFacts,
  | 'issuedAt'
  | 'zone'
  | 'office'
  | 'letterhead'
  | 'service'
  | 'author'
  | 'addressee'
  | 'seenAs'
  | 'nature'
  | 'label'
  | 'saidLabel'
  | 'ticket'
  | 'file'
  | 'rule'
  | 'relates'
  | 'school'
  | 'personWord'
> {
  const settings = office.settings!
  const service = serviceId === null ? undefined : serviceName(office, serviceId)
  return {
    issuedAt: context.now,
    zone: settings.calendar.zone,
    office: settings.address,
    letterhead: { lines: [...office.paper.lines], dataContact: office.paper.dataContact },
    service: service ?? settings.services[0]?.name.fr ?? settings.address.name,
    author: authorOf(office, context, agentId === undefined ? context.who.agentId : agentId),
    addressee: addresseeOf(person),
    ...seenAsOf(assessment),
    ...natureOf(assessment),
    label,
    ...saidOf(saidLabel),
    ticket,
    file,
    rule,
    relates: null,
    school: office.school,
    personWord: settings.personWord,
  }
}

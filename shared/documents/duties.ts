import type { DutyFacts } from '../contract/privacy/duties.ts'
import { dutyWords, impactWords, staffWords, type DutyPart } from '../messages/privacy/duties.fr.ts'
import { register } from '../messages/privacy/register.fr.ts'
import { integrationsWords } from '../messages/integrations/integrations.fr.ts'
import { listIn } from '../messages/format/inLocale.ts'

const listed = listIn('fr')

export type Duty = 'impact' | 'staffNotice'

/** Kinds of rows that are about agents, and none of the public. */
const ofAgents: ReadonlySet<string> = new Set([
  'secret',
  'invitation',
  'badge',
  'login',
  'attempts',
  'preferences',
  'agent',
  'incident',
  'recording',
])

const nameOf = (kind: string): string => register.names[kind] ?? kind

const stationsOf = ({ stations }: DutyFacts): string =>
  listed(stations.map(({ role, count }) => `${dutyWords.roles[role]} (${count})`))

function softwareOf({ tokens, webhooks, notices, partners }: DutyFacts): readonly string[] {
  const { principles: words } = impactWords
  const lines = [
    ...tokens.map(({ label, scopes }) =>
      words.token(label, listed(scopes.map((scope) => integrationsWords.scopes[scope].title.toLowerCase()))),
    ),
    ...webhooks.map(({ label, host }) => words.webhook(label, host)),
    ...notices.map((means) => words.notices[means]),
    ...(partners.length === 0 ? [] : [words.partners(listed(partners))]),
  ]
  return lines.length === 0 ? [words.noSoftware] : lines
}

function impact(facts: DutyFacts): readonly DutyPart[] {
  const { context, data, principles, risks, validation } = impactWords
  const { office, services, agents, counters, machines, postal, contact, till, kinds } = facts
  return [
    {
      title: context.title,
      said: [
        context.what(office, listed(services)),
        context.whose(agents, counters),
        // A telephone number is never cut in two.
        context.responsible(office, postal, listed(contact.map((way) => way.replaceAll(' ', '\u00a0')))),
        context.machines(machines),
        context.keptIn[facts.keptIn],
        context.stations(stationsOf(facts)),
        ...(till ? [context.till] : []),
      ],
      fill: [...context.fill, ...(facts.keptIn === 'file' ? [] : context.fillServer)],
    },
    {
      title: data.title,
      said: [facts.keptIn === 'file' ? data.backups(facts.backupsKeptDays) : data.serverBackups],
      table: {
        heads: data.heads,
        rows: kinds.map(({ kind, rule, why, toConfirm }) => [
          `${nameOf(kind)}${toConfirm ? ` (${data.toConfirm})` : ''}`,
          rule,
          why,
        ]),
      },
    },
    { title: principles.title, said: [...principles.said, ...softwareOf(facts)], fill: principles.fill },
    {
      title: risks.title,
      said: [],
      table: {
        heads: risks.heads,
        rows: risks.rows(facts.signIn, facts.login, facts.consultationsKeptDays),
      },
      fill: risks.fill,
    },
    { title: validation.title, said: [], fill: validation.fill },
  ]
}

function staffNotice(facts: DutyFacts): readonly DutyPart[] {
  const { why, use, kept, not, seen, rights, opinion } = staffWords
  const [consulted, because] = kept.consultations
  return [
    { title: why.title, said: why.said },
    {
      title: use.title,
      said: [
        use.what(facts.office, listed(facts.services)),
        ...(facts.stations.length === 0 ? [] : [use.stations(stationsOf(facts))]),
      ],
    },
    {
      title: kept.title,
      said: [],
      table: {
        heads: kept.heads,
        rows: [
          [consulted, kept.days(facts.consultationsKeptDays), because],
          kept.acts,
          kept.durations,
          ...facts.kinds
            .filter(({ kind }) => ofAgents.has(kind))
            .map(({ kind, rule, why: reason }) => [nameOf(kind), rule, reason]),
        ],
      },
    },
    { title: not.title, said: not.said },
    {
      title: seen.title,
      said: [
        ...seen.said,
        facts.signIn ? seen.signIn.yes : seen.signIn.no,
        ...(facts.login === null ? [] : [seen.login(facts.login)]),
      ],
    },
    { title: rights.title, said: rights.said },
    { title: opinion.title, said: [], fill: opinion.fill },
  ]
}

/**
 * A paper that the office owes about its own tool, from its settings: the impact analysis (GDPR 35.7, in the parts of the
 * CNIL's method), or the notice to the staff's representatives (C. trav. L2312-38). What only the office knows is left to
 * fill in, never supposed.
 */
export const dutyParts = (duty: Duty, facts: DutyFacts): readonly DutyPart[] =>
  duty === 'impact' ? impact(facts) : staffNotice(facts)

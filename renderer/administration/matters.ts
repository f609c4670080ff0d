import type { PrinterId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { OfficeSettings } from '../../shared/contract/office/settings.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { standbyPage } from '../../shared/messages/standby/standby.fr.ts'
import { foundMatters } from './found.ts'
import type { Matter, MatterAct } from './matter.ts'
import { isUninvited } from '../settings/people/invited.ts'
import type { Section } from '../settings/sections.ts'

export type Matters = {
  readonly broken: readonly Matter[]
  readonly toSet: readonly Matter[]
  /** What is set already, in a word each. */
  readonly done: readonly string[]
}

/** What the office's own views say; a view that has not come yet says nothing. */
export type MattersSeen = {
  readonly settings: OfficeSettings
  readonly agents: Output<'settings.view'>['agents']
  readonly office: Output<'office.view'> | undefined
  readonly printing: Output<'printing.view'> | undefined
  readonly backups: Output<'backups.view'> | undefined
  readonly people: Output<'people.view'> | undefined
  readonly stations: Output<'stations.view'> | undefined
  readonly standby: Output<'standby.view'> | undefined
  readonly paper: Output<'paper.view'> | undefined
  /** What the examination of the folder found. */
  readonly doctor: Output<'doctor.get'> | undefined
  /** Today, of the office's zone (AAAA-MM-JJ), and a month later. */
  readonly today: string
  readonly soon: string
}

/** What is said beside the day of a machine that follows the host; where that host is silent, a matter says so. */
export function followingSaid(
  standby: Pick<Output<'standby.view'>, 'follows' | 'replica' | 'reached' | 'trying'> | undefined,
): string | null {
  if (!standby?.follows || standby.replica !== null) return null
  if (standby.reached) return standbyPage.follows
  return standby.trying ? standbyPage.trying : null
}

/** What is said of a day that is not open: a machine that follows the host is ready for nothing by itself. */
export const closedDaySaid = (
  name: string,
  follows: boolean,
): { readonly title: string; readonly help: string } =>
  follows
    ? { title: `${words.day.closed}.`, help: words.day.closedThere }
    : { title: `${words.day.ready(name)}. ${words.day.closed}.`, help: words.day.closedHelp }

const go = (label: string): MatterAct => ({ does: 'go', label })
const { acts, steps } = words

/** Everything of the first page, from what the host says now. */
export function mattersOf(seen: MattersSeen): Matters {
  const { toSet, done } = stepsOf(seen)
  return {
    broken: [...brokenOf(seen), ...foundMatters(seen.doctor, 'wrong')],
    toSet: [...toSet, ...foundMatters(seen.doctor, 'warning')],
    done,
  }
}

const failing = (printing: MattersSeen['printing']) =>
  (printing?.printers ?? []).filter(({ screen, problem }) => !screen && problem !== null)

function brokenOf({ office, printing, backups, stations, standby }: MattersSeen): readonly Matter[] {
  return [
    ...failing(printing).map(({ printerId, name, problem, since, waiting }): Matter => {
      const more = [
        since === null ? null : words.since(since, printing!.zone),
        waiting === 0 ? null : words.waiting(waiting),
      ].filter((part) => part !== null)
      return {
        id: `printer-${printerId}`,
        section: 'printing',
        title: problem!,
        help: more.join(' · '),
        act: { does: 'retry', label: acts.retry, printerId, name },
      }
    }),
    ...backupsBroken(backups),
    ...(standby && standby.follows && standby.replica === null && !standby.reached && !standby.trying
      ? [
          {
            id: 'hostSilent',
            section: 'network' as const,
            title: standby.cutOff ? standbyPage.cutOff : standbyPage.silent(standby.heardAt, standby.zone),
            help: standby.cutOff ? standbyPage.cutOffHelp : words.hostSilentHelp,
            act: go(acts.see),
          },
        ]
      : []),
    ...(standby && standby.apart > 0
      ? [
          {
            id: 'apart',
            section: 'network' as const,
            title: words.apart,
            help: words.apartHelp,
            act: go(acts.see),
          },
        ]
      : []),
    ...(stations?.stations ?? [])
      .filter(({ role, connected, lastSeen }) => isScreen(role) && connected === 0 && lastSeen !== null)
      .filter(() => office?.day != null && !office.day.stale)
      .map(({ stationId, place, lastSeen }): Matter => ({
        id: `station-${stationId}`,
        section: 'network',
        title: words.stationAway(place.name),
        help: `${words.stationAwayHelp} (${words.since(lastSeen!, stations!.zone)})`,
        act: go(acts.see),
      })),
  ]
}

const isScreen = (role: string): boolean => role === 'kiosk' || role === 'display'

function backupsBroken(backups: MattersSeen['backups']): readonly Matter[] {
  if (backups === undefined) return []
  const { journal, off, problem, late, outside } = backups
  const section = 'backup' as const
  const act: MatterAct = { does: 'backUp', label: acts.backUp }
  const found: Matter[] = []
  if (journal.is !== 'sound')
    found.push({ id: 'journal', section, title: words.journal, help: words.journalHelp, act: go(acts.see) })
  if (off !== null) return found
  if (problem !== null) found.push({ id: 'backup', section, title: words.backupProblem, help: problem, act })
  else if (late)
    found.push({ id: 'backup', section, title: words.backupLate, help: words.backupLateHelp, act })
  if (outside !== null && outside.problem !== null)
    found.push({ id: 'outside', section, title: words.outsideProblem, help: outside.problem, act })
  return found
}

/** One thing that every office sets once. `unset`: null where it is set; undefined where nothing is known of it yet. */
type Step = {
  readonly id: string
  readonly section: Section
  readonly unset: { readonly title: string; readonly help: string; readonly act: string } | null | undefined
  readonly done: string
}

function stepsOf(seen: MattersSeen): Pick<Matters, 'toSet' | 'done'> {
  const all = [...officeSteps(seen), ...peopleSteps(seen), ...machineSteps(seen)]
  return {
    toSet: [
      ...all.flatMap(({ id, section, unset }) =>
        unset == null ? [] : [{ id, section, title: unset.title, help: unset.help, act: go(unset.act) }],
      ),
      ...silentPrinters(seen),
      ...delegationsEnding(seen),
    ],
    done: [...all.flatMap(({ unset, done }) => (unset === null ? [done] : [])), ...printed(seen)],
  }
}

const when = (
  lacks: boolean,
  { title, help }: { readonly title: string; readonly help: string },
  act: string,
): Step['unset'] => (lacks ? { title, help, act } : null)

function officeSteps({ settings }: MattersSeen): readonly Step[] {
  const { address, calendar, printers } = settings
  const opens = calendar.week.some((spans) => spans.length > 0)
  return [
    {
      id: 'printer',
      section: 'printers',
      unset: when(realPrinters(printers).length === 0, steps.printer, acts.choose),
      done: steps.printer.done,
    },
    {
      id: 'hours',
      section: 'calendar',
      unset: when(!opens, steps.hours, acts.complete),
      done: steps.hours.done,
    },
    {
      id: 'email',
      section: 'office',
      unset: when(address.email === null, steps.email, acts.complete),
      done: steps.email.done,
    },
  ]
}

const realPrinters = (printers: OfficeSettings['printers']) =>
  printers.filter(({ transport }) => transport !== 'preview')

/**
 * Real printers out of which one of the latest papers came, or none: the queue forgets what came out the day before. A test
 * says whether the paper comes out, and its accents.
 */
const printersBy = ({ settings, printing }: MattersSeen, hasPrinted: boolean) =>
  printing === undefined
    ? []
    : realPrinters(settings.printers).filter(
        ({ printerId }) =>
          printing.jobs.some((job) => job.printerId === printerId && job.state === 'printed') === hasPrinted,
      )

/** A printer that fails is told by its failure; one whose paper is still to come out is not silent yet. */
const silentPrinters = (seen: MattersSeen): readonly Matter[] =>
  printersBy(seen, false)
    .filter(({ printerId }) => !isToldOrAwaited(printerId, seen.printing))
    .map(({ printerId, name }) => ({
      id: `silent-${printerId}`,
      section: 'printers',
      title: words.noneOut(name),
      help: words.noneOutHelp,
      act: { does: 'test', label: acts.test, printerId, name },
    }))

const isToldOrAwaited = (printerId: PrinterId, printing: MattersSeen['printing']): boolean =>
  failing(printing).some((printer) => printer.printerId === printerId) ||
  (printing?.jobs ?? []).some((job) => job.printerId === printerId && isToCome(job.state))

const isToCome = (state: string): boolean => ['waiting', 'printing', 'retrying'].includes(state)

const printed = (seen: MattersSeen): readonly string[] =>
  printersBy(seen, true).map(({ name }) => words.outDone(name))

function peopleSteps({ agents, people, office }: MattersSeen): readonly Step[] {
  // A training site is everyone's.
  if (office?.school !== false) return []
  const without = people?.people.filter(isUninvited).length
  return [
    {
      id: 'agents',
      section: 'agents',
      unset: when(agents.length < 2, steps.agents, acts.add),
      done: steps.agents.done,
    },
    {
      id: 'access',
      section: 'people',
      unset: people && when(!people.protected, steps.access, acts.protect),
      done: steps.access.done,
    },
    {
      id: 'secrets',
      section: 'people',
      unset:
        people?.protected === true && without !== undefined
          ? when(without > 0, { title: steps.secrets(without), help: steps.secretsHelp }, acts.invite)
          : undefined,
      done: steps.secretsDone,
    },
  ]
}

function machineSteps({ office, stations, backups }: MattersSeen): readonly Step[] {
  if (office?.school !== false) return []
  return [
    {
      id: 'display',
      section: 'network',
      unset:
        stations &&
        when(
          !stations.ownDisplay && !stations.stations.some(({ role }) => role === 'display'),
          steps.display,
          acts.link,
        ),
      done: steps.display.done,
    },
    {
      id: 'outside',
      section: 'backup',
      unset:
        backups === undefined || backups.off !== null
          ? undefined
          : when(backups.outside === null, steps.outside, acts.folder),
      done: steps.outside.done,
    },
  ]
}

/** Those that end within a month. */
function delegationsEnding({ paper, agents, today, soon }: MattersSeen): readonly Matter[] {
  return (paper?.paper.delegations ?? [])
    .filter(({ until }) => until !== null && until >= today && until <= soon)
    .map(({ agentId, until }, at) => {
      const name = agents.find((agent) => agent.agentId === agentId)?.name
      return {
        id: `delegation-${at}`,
        section: 'documents',
        title: words.delegationEnds(name ? `${name.firstName} ${name.familyName}` : agentId, until!),
        help: words.delegationHelp,
        act: go(acts.renew),
      }
    })
}

import { inLanguage, type Text } from '../../contract/text.ts'
import type { PublishedRule } from '../../contract/queue/rules.ts'
import { count, counted } from '../format/numbers.ts'

const nbsp = '\u00a0'
const minutes = (value: number) => `${count(value)}${nbsp}min`
const inFrench = (text: Text) => inLanguage(text, 'fr')
/** Within a sentence a title begins in lower case: « Grossesse visible » becomes « grossesse visible ». */
const inside = (title: string) => title.slice(0, 1).toLowerCase() + title.slice(1)

/** « A », « A et B », « A, B et C ». */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`

/** Services that share a value, by value: « 45 min pour Élections et 60 min pour Titres ». */
function byValue<T extends { readonly service: Text }>(
  all: readonly T[],
  value: (one: T) => number,
): readonly (readonly [number, readonly string[]])[] {
  const groups = new Map<number, string[]>()
  for (const one of all) {
    const names = groups.get(value(one))
    if (names) names.push(inFrench(one.service))
    else groups.set(value(one), [inFrench(one.service)])
  }
  return [...groups].toSorted(([a], [b]) => a - b)
}

const law =
  'Sont d’abord appelées les personnes à qui un texte donne priorité (carte mobilité inclusion, carte de priorité de la famille, carte d’invalide de guerre)'

const first = ({ localGrounds }: PublishedRule): string =>
  localGrounds.length === 0
    ? `${law}.`
    : `${law} et, par une règle locale, celles qui relèvent ${localGrounds.length === 1 ? 'du motif' : 'des motifs'} «${nbsp}${listed(localGrounds.map((title) => inside(inFrench(title))))}${nbsp}».`

const caps = ({ caps: all }: PublishedRule): string =>
  all.length === 0
    ? ''
    : `Par une règle locale, une personne sans priorité est appelée ${listed(
        byValue(all, ({ cap }) => cap).map(
          ([cap, services]) =>
            `après ${counted(cap, 'priorité', 'priorités de suite')} pour ${listed(services)}`,
        ),
      )}.`

const appointments = ({ appointments: some, appointmentLateMinutes: late }: PublishedRule): string => {
  if (!some) return ''
  const lateness =
    late === 0
      ? 'qui arrive après cette heure prend le rang d’une personne sans rendez-vous'
      : `qui arrive plus de ${minutes(late)} après cette heure prend le rang d’une personne sans rendez-vous`
  return `Viennent ensuite celles dont l’heure de rendez-vous est venue${nbsp}; ${lateness}.`
}

const overtakes = ({ overtakesPerPerson: most }: PublishedRule): string =>
  most === null
    ? ''
    : `Personne n’en laisse passer plus de ${count(most)} avant son tour, sauf priorité prévue par un texte.`

/** The wait past which a person comes first, in the words of the rule: one value for all services, or by service. */
function maximums({ maximums: all, targets }: PublishedRule): string {
  if (all.length === 0) return ''
  const groups = byValue(all, ({ minutes: value }) => value)
  const everywhere = groups.length === 1 && all.length === targets.length
  const waits = everywhere
    ? minutes(groups[0]![0])
    : listed(groups.map(([value, services]) => `${minutes(value)} pour ${listed(services)}`))
  return `Passent alors celles qui attendent depuis plus de ${waits}, temps d’absence non compté.`
}

function rest({ weighted, targets }: PublishedRule): string {
  if (!weighted) return 'Toutes les autres sont appelées dans l’ordre d’arrivée.'
  const aims = targets.map(
    ({ service, minutes: aim, weight }) =>
      `${minutes(aim)} pour ${inFrench(service)}${weight === 1 ? '' : `, compté ${count(weight)}${nbsp}fois`}`,
  )
  return `Les autres sont appelées selon leur attente, rapportée au délai visé par le service (${aims.join(`${nbsp}; `)})${nbsp}; à égalité, dans l’ordre d’arrivée.`
}

const absence = ({ absentCalls, returnToleranceMinutes: kept }: PublishedRule): string =>
  `Après ${counted(absentCalls, 'appel', 'appels')} sans réponse, ${
    kept === 0
      ? 'une personne qui revient prend le rang de son retour'
      : `une personne retrouve sa place si elle revient dans les ${minutes(kept)}, sinon elle prend le rang de son retour`
  }.`

/** The tickets of a day that are counted, each with its text, or said to be the office's own rule. */
const quotas = ({ quotas: all, appointments: some }: PublishedRule): string =>
  all
    .map(
      ({ service, tickets, text }) =>
        `Pour ${inFrench(service)}, ${counted(tickets, 'ticket', 'tickets')} par jour au plus${some ? ', rendez-vous à part' : ''} (${text ?? 'règle locale'}).`,
    )
    .join(' ')

const deadline =
  'Qui a un délai légal qui expire le jour même est reçu ce jour, sans passer devant les autres.'

const always =
  'Nul n’est interrompu pendant son passage, et tout appel hors de cet ordre est motivé par écrit.'

/**
 * The queue's rule, whole, as one French paragraph made from the settings: for the kiosk, the rule on paper, the
 * supervision. Whatever the rule does is said, in the order in which it is applied.
 */
export const ruleParagraph = (rule: PublishedRule): string =>
  [first, caps, appointments, overtakes, maximums, rest, quotas, absence]
    .map((say) => say(rule))
    .concat(deadline, always)
    .filter(Boolean)
    .join(' ')

/** The longest line of `ruleLines`, in characters: what the display can show at ten metres. */
export const ruleLineLength = 60

/**
 * The rule in short lines for the display, the order of calls first: « Priorités, rendez-vous, puis ordre d’arrivée ».
 * A display with less room shows the first lines alone; what a line can't hold is in the paragraph.
 */
export function ruleLines(rule: PublishedRule): readonly string[] {
  const order = [
    'Priorités',
    ...(rule.appointments ? ['rendez-vous'] : []),
    rule.weighted ? 'puis attente selon le délai visé' : 'puis ordre d’arrivée',
  ].join(', ')
  const grounds = `Règle locale${nbsp}: ${rule.localGrounds.map((title) => inside(inFrench(title))).join(', ')}`
  const [cap, otherCap] = [...new Set(rule.caps.map((one) => one.cap))]
  const [maximum, otherMaximum] = [...new Set(rule.maximums.map((one) => one.minutes))]
  return [
    order,
    maximum === undefined
      ? ''
      : otherMaximum === undefined && rule.maximums.length === rule.targets.length
        ? `Plus de ${minutes(maximum)} d’attente${nbsp}: appel avant les autres`
        : `Attente maximale dépassée${nbsp}: appel avant les autres`,
    rule.overtakesPerPerson === null
      ? ''
      : `Personne n’en laisse passer plus de ${count(rule.overtakesPerPerson)}, hors loi`,
    rule.localGrounds.length === 0
      ? ''
      : grounds.length <= ruleLineLength
        ? grounds
        : `Priorités locales${nbsp}: demandez la règle à l’accueil`,
    cap === undefined
      ? ''
      : otherCap === undefined
        ? `Règle locale${nbsp}: ${counted(cap, 'priorité', 'priorités')} de suite au plus`
        : `Règle locale${nbsp}: priorités de suite limitées`,
    rule.quotas.length === 0 ? '' : `Règle locale${nbsp}: tickets du jour limités`,
    rule.returnToleranceMinutes === 0
      ? ''
      : `Absent à l’appel${nbsp}: place gardée ${minutes(rule.returnToleranceMinutes)}`,
  ].filter(Boolean)
}

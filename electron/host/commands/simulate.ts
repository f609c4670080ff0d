import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { plainFile } from '../core/plainFile.ts'
import { playDays } from '../waits/play/playDays.ts'
import { playedTable } from '../waits/play/playedTable.ts'
import { readOffice, type FileProblem } from '../waits/play/officeFile.ts'

const usage = `Usage : guichet simulate --office FICHIER [--days N] [--seed S] [--json]

Joue N journées entières (1 par défaut, 366 au plus) d’un office décrit en JSON, par les décisions mêmes de Guichet,
et écrit les attentes, les dépassements, les personnes non reçues et la couverture des attentes annoncées : des
tableaux, puis une ligne JSON (elle seule avec --json ; durées en secondes). La même graine S (un entier, 1 par
défaut) donne les mêmes journées, quelles que soient les règles.

Le fichier a la forme des réglages d’un office (calendar, services, counters, agents, rules), dont tout peut manquer :
« {} » est l’office de formation. Les minutes sont comptées depuis minuit, dans le fuseau de l’office.
  services[]   serviceId ; letter, name, access, slotMinutes ;
               rule : targetMinutes, maximumMinutes, weight, cap
  counters[]   counterId, name, agentId, services (sans agents[]), hours et breaks : [[de, à], …]
  agents[]     agentId, services
  rules        absentCalls, absentDelaySeconds, appointmentEarlyMinutes, appointmentLateMinutes,
               overtakesPerPerson, returnToleranceMinutes, localGrounds…
  arrivals     from : première journée (2026-03-02)
               services : par service, perHalfHour : personnes par demi-heure depuis l’ouverture, la dernière valeur
                 valant jusqu’à la fermeture ([2]) ; minutes : durée moyenne (10) ; dispersion : écart-type rapporté
                 à la moyenne (0,6) ; appointments : part des rendez-vous (0)
               priority : parts law (0,1), deadline (0) et local (0)
               absent : part des absents (0,07) ; back : part de ceux qui reviennent (0), après backMinutes (10)
               patienceMinutes : patience moyenne (75, null si personne ne part) ; walkSeconds : de l’appel au
                 guichet (20) ; afterClosingMinutes : durée des appels après la fermeture (0)
`

const longest = 366

/** `simulate`: whole days of an office in a file, played through the real domain. */
export async function simulateDays(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage)
    return 0
  }
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const value = await parsed(resolve(options.office))
  if ('refused' in value) return failed(`${options.office} : ${value.refused}`)
  const office = readOffice(value.json)
  if ('problem' in office) return failed(`${options.office} : ${sentence(office.problem)}`)
  const played = playDays(office, options.days, options.seed)
  if (played === undefined) return failed(`${options.office} : cet office n’ouvre aucun jour de l’année.`)
  if (!options.json) process.stdout.write(`${playedTable(played, office)}\n\n`)
  process.stdout.write(`${JSON.stringify(played)}\n`)
  return 0
}

const failed = (message: string): number => {
  process.stderr.write(`${message}\n`)
  return 1
}

function read(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      // A negative seed is a value, and no option.
      args: args.flatMap((arg, at) =>
        arg === '--seed' && args[at + 1] !== undefined
          ? [`--seed=${args[at + 1]}`]
          : args[at - 1] === '--seed'
            ? []
            : [arg],
      ),
      options: {
        office: { type: 'string' },
        days: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    })
    const { office, json } = values
    const days = whole(values.days)
    const seed = whole(values.seed)
    if (!office || days === undefined || days < 1 || days > longest || seed === undefined) return undefined
    return { office, days, seed, json }
  } catch {
    return undefined
  }
}

const whole = (text: string): number | undefined => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined)

async function parsed(file: string): Promise<{ readonly json: unknown } | { readonly refused: string }> {
  let text: string
  try {
    text = await readFile(plainFile(file), 'utf8')
  } catch {
    return { refused: 'ce fichier ne peut pas être lu.' }
  }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return { refused: 'ce fichier n’est pas du JSON.' }
  }
}

function sentence({ path, what, input }: FileProblem): string {
  const where = path === '' ? 'le fichier' : `« ${path} »`
  switch (what) {
    case 'unrecognized_keys':
      return `${where} n’est pas un réglage connu.`
    case 'invalid_type':
      return input === undefined ? `${where} manque.` : `${where} n’a pas la forme attendue.`
    case 'too_small':
    case 'too_big':
      return `${where} a une valeur hors de ce qui est possible.`
    case 'custom':
      return `${where} ne s’accorde pas avec le reste du fichier.`
    default:
      return `${where} a une valeur inattendue.`
  }
}

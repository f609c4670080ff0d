import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { LocalDate, type Instant } from '../../../shared/contract/ids.ts'
import {
  preApplicationNumber,
  type LeftCode,
  type OutsideProblem,
} from '../../../shared/contract/appointments/outside.ts'
import type { SourceKind } from '../../../shared/contract/appointments/sources.ts'
import { metropolitanZone } from '../../../shared/contract/office/zone.ts'
import { outsideWords as words } from '../../../shared/messages/appointments/outside.fr.ts'
import { outsideBounds } from '../appointments/bounds.ts'
import { antsOf, type NumberStanding } from '../appointments/outside/ants.ts'
import type { OutsideDone, OutsideOrder } from '../appointments/outside/perform.ts'
import { OutsideError } from '../appointments/outside/problem.ts'
import { addressOf } from '../appointments/outside/request.ts'
import type { AskedDay } from '../appointments/outside/source.ts'
import { calendarProgram } from '../appointments/program.ts'
import { apart } from '../core/apart.ts'
import { plainFile } from '../core/plainFile.ts'

const usage = `Usage : guichet appointments try --source caldav|ics|rdvsp|ants --url URL --date AAAA-MM-JJ
                                 [--user NOM] [--secret-file FICHIER] [--zone FUSEAU] [--private]
        guichet appointments number NUMÉRO… [--url URL --secret-file FICHIER [--point LIEU] [--private]]

  try            lit le jour d’une source de rendez-vous, sans rien y changer ; une ligne JSON par rendez-vous
  number         vérifie la forme de numéros de pré-demande ; avec une adresse, demande leur état à l’ANTS
  --secret-file  un fichier dont la première ligne est le mot de passe ou le jeton
  --zone         le fuseau de l’office (par défaut : Europe/Paris)
  --point        l’identifiant du lieu de rendez-vous déclaré à l’ANTS
  --private      permet une adresse de réseau privé, et http
`

class Misuse extends Error {}

/**
 * `appointments`: what a source of appointments has for a day, or what a pre-application number is worth. Nothing is changed.
 * @returns 0 when it was answered, 1 when the source can't be believed, 2 when the command was not understood
 */
export async function appointmentsCommand(args: readonly string[]): Promise<number> {
  try {
    const [name, ...rest] = args
    if (name === 'try') return await trySource(understood(rest))
    if (name === 'number') return await checkNumbers(understood(rest))
    throw new Misuse('« try » ou « number » est attendu.')
  } catch (error) {
    if (error instanceof OutsideError) return refused(error.problem)
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
}

type Understood = ReturnType<typeof understood>

function understood(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        source: text,
        url: text,
        user: text,
        'secret-file': text,
        zone: text,
        date: text,
        point: text,
        private: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch {
    throw new Misuse('Une option est inconnue, ou sa valeur manque.')
  }
}

const kinds: readonly string[] = ['caldav', 'ics', 'rdvsp', 'ants']

async function trySource({ values, positionals }: Understood): Promise<number> {
  const { source, url, date } = values
  if (positionals[0] !== undefined) throw new Misuse(`« ${positionals[0]} » n’était pas attendu.`)
  if (source === undefined || !kinds.includes(source))
    throw new Misuse('--source est caldav, ics, rdvsp ou ants.')
  if (url === undefined) throw new Misuse('--url est attendue.')
  if (date === undefined || !LocalDate.safeParse(date).success)
    throw new Misuse('--date est attendue : AAAA-MM-JJ.')
  const asked = dayAsked(date as LocalDate, values.zone ?? metropolitanZone)
  const secret = secretOf(values['secret-file'])
  if (source === 'ants') return tryAnts(values, secret)
  const order: OutsideOrder = {
    of: 'day',
    access: { kind: source as SourceKind, url, user: values.user, secret, reach: reachOf(values) },
    asked,
    mark: null,
    holding: null,
  }
  const read = await apart<OutsideDone>({
    program: calendarProgram(),
    data: order,
    ...outsideBounds,
    leaving: new AbortController().signal,
  })
  if (!('done' in read)) return refused('tooHeavy')
  if ('problem' in read.done) return refused(read.done.problem)
  if (!('day' in read.done)) return 1
  const { appointments, left } = read.done.day
  for (const { uid, startsAt, endsAt, label, cancelled } of appointments) {
    const line = { uid, startsAt: iso(startsAt), endsAt: iso(endsAt), label, cancelled }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  for (const [code, those] of Map.groupBy(left, (one) => one.code))
    process.stderr.write(`${leftLine(code, those.length)}\n`)
  if (appointments.length === 0) process.stderr.write(`${words.nothingThatDay}\n`)
  return 0
}

const leftLine = (code: LeftCode, count: number): string => words.leftLine(code, count)

const iso = (at: Instant): string => new Date(at).toISOString()

/** A number that no pre-application has: what is asked of it says whether the service knows the token, and nothing of anybody. */
const noNumber = '0000000000'

async function tryAnts(values: Understood['values'], secret: string | undefined): Promise<number> {
  await service(values, secret).standings([noNumber])
  process.stderr.write(`${words.antsAnswers}\n`)
  return 0
}

async function checkNumbers({ values, positionals }: Understood): Promise<number> {
  if (positionals.length === 0) throw new Misuse('Un numéro est attendu, au moins.')
  const known = positionals.map((typed) => ({ typed, number: preApplicationNumber(typed) }))
  const asked = known.flatMap(({ number }) => number ?? [])
  const secret = secretOf(values['secret-file'])
  let problem: OutsideProblem | undefined
  let said: ReadonlyMap<string, NumberStanding> = new Map()
  if (values.url !== undefined && asked.length > 0) {
    try {
      said = await service(values, secret).standings(asked)
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error
      problem = error.problem
    }
  }
  for (const { typed, number } of known) {
    const standing = number === null ? undefined : said.get(number)
    const line = {
      number: number ?? typed,
      valid: number !== null,
      status: standing?.state ?? null,
      ...(standing
        ? {
            appointments: standing.appointments.map(({ meetingPoint, startsAt, managementUrl }) => ({
              meetingPoint,
              startsAt: iso(startsAt),
              managementUrl,
            })),
          }
        : {}),
      sentence:
        number === null
          ? words.malformedNumber
          : standing
            ? words.numbers[standing.state]
            : values.url === undefined
              ? words.wellFormedNumber
              : words.unverified,
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  if (problem) return refused(problem)
  return known.some(({ number }) => number === null) ? 1 : 0
}

function service(values: Understood['values'], secret: string | undefined) {
  return antsOf({
    url: addressOf(values.url ?? ''),
    token: secret ?? '',
    meetingPointId: values.point ?? 'guichet',
    meetingPoint: 'Guichet',
    zone: zoneOf(values.zone ?? metropolitanZone),
    reach: reachOf(values),
  })
}

/** Who types sits at this machine: its own addresses are theirs to name. */
const reachOf = (values: Understood['values']) => ({
  privateAddresses: values.private === true,
  thisMachine: true,
})

function zoneOf(zone: string): string {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zone)
    return zone
  } catch {
    throw new Misuse(`« ${zone} » n’est pas un fuseau horaire (Europe/Paris, Indian/Reunion…).`)
  }
}

function dayAsked(date: LocalDate, zone: string): AskedDay {
  const day = Temporal.PlainDate.from(date)
  const from = day.toZonedDateTime(zoneOf(zone))
  return {
    date,
    zone,
    from: from.epochMilliseconds as Instant,
    to: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds as Instant,
  }
}

function secretOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined
  try {
    return readFileSync(plainFile(file), 'utf8').split(/\r?\n/)[0]!.trim()
  } catch {
    throw new Misuse(`Le fichier « ${file} » ne peut pas être lu.`)
  }
}

function refused(problem: OutsideProblem): number {
  process.stderr.write(`${words.problems[problem]}\n`)
  return 1
}

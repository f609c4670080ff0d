import { count } from '../../../../shared/messages/format/numbers.ts'
import { supervision } from '../../../../shared/messages/history/supervision.fr.ts'
import { forecastWords } from '../../../../shared/messages/waits/forecast.fr.ts'
import type { Measured } from './measured.ts'
import type { FiledOffice } from './officeFile.ts'
import type { DaysPlayed } from './playDays.ts'

const nbsp = ' '

const groundWords = {
  law: 'Priorité prévue par la loi',
  deadline: 'Échéance légale',
  local: 'Règle locale',
  none: 'Sans priorité',
} as const

const columns = [
  'Personnes',
  'Reçues',
  'Parties',
  'Absentes',
  'Non reçues',
  'Attente médiane',
  'Attente P90',
  'La plus longue',
  'Sous le P90 annoncé',
] as const

/** The days played as tables of text, in minutes, for who reads a terminal. */
export function playedTable(played: DaysPlayed, { settings }: Pick<FiledOffice, 'settings'>): string {
  const { days, all, services, grounds, overtakes, forecast, seed } = played
  const name = (id: string) => settings.services.find(({ serviceId }) => serviceId === id)?.name.fr ?? id
  const lines = (of: readonly (readonly [string, Measured])[]) =>
    of.map(([title, measured]) => [title, ...cells(measured)])
  const period = days.length === 1 ? `le ${days[0]!.date}` : `du ${days[0]!.date} au ${days.at(-1)!.date}`
  return [
    `${days.length} ${days.length === 1 ? 'journée jouée' : 'journées jouées'}, ${period}, graine ${seed}`,
    '',
    table(
      ['Service', ...columns],
      [...lines(services.map((one) => [name(one.serviceId), one])), ['Ensemble', ...cells(all)]],
    ),
    '',
    table(
      ['Motif de priorité', ...columns],
      lines(grounds.filter(({ people }) => people > 0).map((one) => [groundWords[one.ground], one])),
    ),
    '',
    overtakes.length === 0
      ? 'Personne n’a été appelé avant quelqu’un arrivé plus tôt.'
      : table(
          ['Appels avant quelqu’un arrivé plus tôt', 'Appels', 'Dépassements'],
          overtakes.map(({ code, calls, people }) => [
            supervision.overtakes.codes[code],
            count(calls),
            count(people),
          ]),
        ),
    `Une même personne a été dépassée ${count(all.overtaken.most)} fois au plus, ${count(all.overtaken.mostLocal)} fois au plus autrement que par une priorité légale.`,
    ...(all.wait.longestUncalled === null
      ? []
      : [`La plus longue attente sans appel : ${inMinutes(all.wait.longestUncalled)}.`]),
    forecast === null
      ? forecastWords.cliNone
      : forecastWords.cli(forecast.days, forecast.people, forecast.usual),
  ].join('\n')
}

const cells = ({ people, received, left, absent, unserved, wait, coverage }: Measured): string[] => [
  ...[people, received, left, absent, unserved].map(count),
  ...[wait.median, wait.p90, wait.longest].map(inMinutes),
  coverage.announced === 0
    ? '—'
    : `${Math.round((100 * coverage.within) / coverage.announced)}${nbsp}% de ${count(coverage.announced)}`,
]

const inMinutes = (seconds: number | null): string =>
  seconds === null ? '—' : `${(seconds / 60).toFixed(1).replace('.', ',')}${nbsp}min`

/** The first column to the left, figures to the right. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at]!)].map(({ length }) => length)),
  )
  const line = (cellsOf: readonly string[]) =>
    cellsOf.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

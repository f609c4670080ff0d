import { describe, expect, it } from 'vitest'
import type { PublishedRule } from '../../../shared/contract/queue/rules.ts'
import { groundsOf } from '../../../shared/procedures/grounds.ts'
import { ruleLineLength, ruleLines, ruleParagraph } from '../../../shared/messages/queue/rule.fr.ts'

const titres = { fr: 'Titres d’identité' }
const etatCivil = { fr: 'État civil' }
const targets = [
  { service: titres, minutes: 15, weight: 1 },
  { service: etatCivil, minutes: 15, weight: 1 },
]

const usual: PublishedRule = {
  appointments: true,
  appointmentLateMinutes: 15,
  localGrounds: [],
  caps: [],
  maximums: [
    { service: titres, minutes: 60 },
    { service: etatCivil, minutes: 60 },
  ],
  quotas: [],
  weighted: false,
  targets,
  overtakesPerPerson: null,
  absentCalls: 2,
  returnToleranceMinutes: 30,
}

/** The words with plain spaces, so that a test can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const choices = {
  appointments: [true, false],
  appointmentLateMinutes: [0, 15],
  localGrounds: [[], [{ fr: 'Grossesse visible' }], [{ fr: 'Grossesse visible' }, { fr: 'Malaise' }]],
  caps: [
    [],
    [{ service: titres, cap: 1 }],
    [
      { service: titres, cap: 3 },
      { service: etatCivil, cap: 5 },
    ],
  ],
  maximums: [[], usual.maximums, [{ service: titres, minutes: 45 }]],
  quotas: [[], [{ service: titres, tickets: 40, text: null }]],
  weighted: [false, true],
  targets: [targets],
  overtakesPerPerson: [null, 1, 3],
  absentCalls: [1, 2],
  returnToleranceMinutes: [0, 30],
} as const satisfies { readonly [K in keyof PublishedRule]: readonly PublishedRule[K][] }

const everyRule = Object.entries(choices).reduce<readonly Partial<PublishedRule>[]>(
  (made, [name, values]) => made.flatMap((rule) => values.map((value) => ({ ...rule, [name]: value }))),
  [{}],
) as readonly PublishedRule[]

/**
 * By day one combination in seven: no choice has so many values, so that any few of them meet all the same; by night all.
 */
const oneIn = Number(process.env['GUICHET_RUNS'] ?? 100) > 100 ? 1 : 7
const triedRules = everyRule.filter((_, at) => at % oneIn === 0)

describe('the rule in one paragraph', () => {
  it('says the usual rule', () => {
    expect(plain(ruleParagraph(usual))).toBe(
      'Sont d’abord appelées les personnes à qui un texte donne priorité (carte mobilité inclusion, carte de priorité de la famille, carte d’invalide de guerre). Viennent ensuite celles dont l’heure de rendez-vous est venue ; qui arrive plus de 15 min après cette heure prend le rang d’une personne sans rendez-vous. Passent alors celles qui attendent depuis plus de 60 min, temps d’absence non compté. Toutes les autres sont appelées dans l’ordre d’arrivée. Après 2 appels sans réponse, une personne retrouve sa place si elle revient dans les 30 min, sinon elle prend le rang de son retour. Qui a un délai légal qui expire le jour même est reçu ce jour, sans passer devant les autres. Nul n’est interrompu pendant son passage, et tout appel hors de cet ordre est motivé par écrit.',
    )
  })

  it('says what each service aims at, when that decides', () => {
    const rule = {
      ...usual,
      weighted: true,
      targets: [targets[0]!, { service: etatCivil, minutes: 10, weight: 2 }],
    }
    expect(plain(ruleParagraph(rule))).toContain(
      'rapportée au délai visé par le service (15 min pour Titres d’identité ; 10 min pour État civil, compté 2 fois) ; à égalité, dans l’ordre d’arrivée.',
    )
  })

  it('names the services when their maximums or caps differ', () => {
    const rule = {
      ...usual,
      caps: [
        { service: titres, cap: 1 },
        { service: etatCivil, cap: 4 },
      ],
      maximums: [
        { service: titres, minutes: 60 },
        { service: etatCivil, minutes: 45 },
      ],
    }
    const said = plain(ruleParagraph(rule))
    expect(said).toContain(
      'depuis plus de 45 min pour État civil et 60 min pour Titres d’identité, temps d’absence non compté.',
    )
    expect(said).toContain(
      'Par une règle locale, une personne sans priorité est appelée après 1 priorité pour Titres d’identité et après 4 priorités de suite pour État civil.',
    )
  })

  it('says what it does and nothing else, for every combination of settings', () => {
    for (const rule of triedRules) {
      const said = plain(ruleParagraph(rule))
      const says = (words: string) => said.includes(words)
      const local = rule.localGrounds.length + rule.caps.length + rule.quotas.length > 0
      expect(said).toMatch(/^[A-Z][^\n]*\.$/)
      expect(said).not.toMatch(/ {2}|undefined|NaN|\[object/)
      expect(says('règle locale'), said).toBe(local)
      expect(says('grossesse visible et malaise'), said).toBe(rule.localGrounds.length === 2)
      expect(says('40 tickets par jour au plus'), said).toBe(rule.quotas.length > 0)
      expect(says('sans priorité est appelée'), said).toBe(rule.caps.length > 0)
      expect(says('rendez-vous'), said).toBe(rule.appointments)
      expect(says('plus de 15 min après cette heure'), said).toBe(
        rule.appointments && rule.appointmentLateMinutes === 15,
      )
      expect(says('attendent depuis plus de'), said).toBe(rule.maximums.length > 0)
      expect(says('depuis plus de 45 min pour Titres d’identité'), said).toBe(rule.maximums.length === 1)
      expect(says('Toutes les autres sont appelées dans l’ordre d’arrivée'), said).toBe(!rule.weighted)
      expect(says('délai visé'), said).toBe(rule.weighted)
      expect(says(`plus de ${rule.overtakesPerPerson} avant son tour`), said).toBe(
        rule.overtakesPerPerson !== null,
      )
      expect(says(rule.absentCalls === 1 ? '1 appel sans' : '2 appels sans'), said).toBe(true)
      expect(says('retrouve sa place'), said).toBe(rule.returnToleranceMinutes > 0)
    }
    expect(everyRule).toHaveLength(2 * 2 * 3 * 3 * 3 * 2 * 2 * 3 * 2 * 2)
  })
})

describe('the rule in short lines', () => {
  it.each([
    [true, false, 'Priorités, rendez-vous, puis ordre d’arrivée'],
    [false, false, 'Priorités, puis ordre d’arrivée'],
    [true, true, 'Priorités, rendez-vous, puis attente selon le délai visé'],
    [false, true, 'Priorités, puis attente selon le délai visé'],
  ])('begins with the order of calls (appointments %s, weighted %s)', (appointments, weighted, line) => {
    expect(ruleLines({ ...usual, appointments, weighted })[0]).toBe(line)
  })

  it('says the rest of the usual rule', () => {
    expect(ruleLines(usual).slice(1).map(plain)).toEqual([
      'Plus de 60 min d’attente : appel avant les autres',
      'Absent à l’appel : place gardée 30 min',
    ])
  })

  it('keeps every line within what a display shows, for every combination of settings', () => {
    const longTitle = { fr: 'Personne accompagnant un enfant en bas âge ou une personne très âgée' }
    for (const rule of [...triedRules, { ...usual, localGrounds: [longTitle] }]) {
      const lines = ruleLines(rule)
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(ruleLineLength)
      expect(new Set(lines).size).toBe(lines.length)
      expect(lines.some((line) => line.includes('locale'))).toBe(
        rule.localGrounds.length + rule.caps.length + rule.quotas.length > 0,
      )
      expect(lines.some((line) => line.includes('laisse passer'))).toBe(rule.overtakesPerPerson !== null)
      expect(lines.some((line) => line.includes('avant les autres'))).toBe(rule.maximums.length > 0)
      expect(lines.some((line) => line.includes('place gardée'))).toBe(rule.returnToleranceMinutes > 0)
    }
  })
})

it('names the former disability and priority cards, and the last day on which they are valid', () => {
  const titles = groundsOf([]).map(({ title }) => plain(title.fr))
  expect(titles.filter((title) => title.endsWith('jusqu’au 31 décembre 2026'))).toEqual([
    'Carte mobilité inclusion, mention « invalidité », ou ancienne carte d’invalidité jusqu’au 31 décembre 2026',
    'Carte mobilité inclusion, mention « priorité », ou ancienne carte de priorité jusqu’au 31 décembre 2026',
  ])
})

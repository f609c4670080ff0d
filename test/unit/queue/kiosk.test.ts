import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { display } from '../../../shared/messages/queue/display.fr.ts'
import { kiosk, kioskLanguages, type KioskTexts } from '../../../shared/messages/public/kiosk.ts'
import { waitMinutes } from '../../../shared/messages/public/roughTime.ts'
import {
  doubtOf,
  inOrder,
  minutesOf,
  motiveKey,
  present,
  type Motive,
} from '../../../renderer/kiosk/motive.ts'
import { collections, mostMotives, servicesToAsk } from '../../../renderer/kiosk/service.ts'
import { usualServices } from '../../../shared/domain/office/defaults.ts'
import { correctable, whyNot } from '../../../renderer/kiosk/refusal.ts'
import { kioskViews, publishedRule } from '../../fixtures/views.kiosk.ts'

test('« Autre démarche » comes last at the kiosk, the others keep their order', () => {
  expect(inOrder(kioskViews.usual.motives).map(({ title }) => title.fr)).toEqual([
    'Carte nationale d’identité',
    'Retirer ma carte ou mon passeport',
    'Naissance, mariage, décès',
    'Recensement à 16 ans, élections',
    'Affaires générales',
    'Autre démarche',
  ])
})

const names = usualServices.map(({ serviceId, letter, name }) => ({ serviceId, letter, name }))
const asked = (motives: readonly Motive[]) =>
  servicesToAsk(motives, names)?.map(({ name, requests }) => [name.fr, requests.length]) ?? null

test('a town hall’s kiosk asks the service first: four of them, and « Autre démarche » last of the general matters', () => {
  const { motives } = kioskViews.townHall
  expect(asked(motives)).toEqual([
    ['Titres d’identité', 2],
    ['État civil', 4],
    ['Élections', 2],
    ['Affaires générales', 6],
  ])
  const general = servicesToAsk(motives, names)
    ?.at(-1)
    ?.requests.map(({ procedureId }) => procedureId)
  expect(general?.at(-1)).toBe('autre')
  // Who has only a title to collect finds it on the first screen.
  expect(collections(motives).map(({ title }) => title.fr)).toEqual(['Retirer ma carte ou mon passeport'])
})

test('one list is kept where it is as short: eight motives, one service, or services of one motive each', () => {
  const { motives } = kioskViews.townHall
  expect(asked(motives.slice(0, mostMotives))).toBeNull()
  expect(asked(motives.slice(0, mostMotives + 1))).not.toBeNull()
  const [first] = motives
  expect(asked(motives.map((motive) => ({ ...motive, serviceId: first!.serviceId })))).toBeNull()
  expect(asked(kioskViews.long.motives)).toBeNull()
})

property.prop([fc.shuffledSubarray(kioskViews.townHall.motives, { minLength: mostMotives + 1 })])(
  'whatever an office receives, each motive is reached by one way and only one',
  (motives) => {
    const services = servicesToAsk(motives, names)
    const reached = services
      ? [...services.flatMap(({ requests }) => requests), ...collections(motives)]
      : inOrder(motives)
    expect(reached.map(motiveKey).toSorted()).toEqual(motives.map(motiveKey).toSorted())
  },
)

property.prop([fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 })])(
  'a wait in minutes never promises less than was computed',
  (one, other) => {
    const [p50, p90] = [Math.min(one, other), Math.max(one, other)]
    const [low, high] = waitMinutes({ p50, p90 })
    expect(high * 60).toBeGreaterThanOrEqual(p90)
    expect((high - 1) * 60).toBeLessThan(p90)
    expect(low).toBeLessThanOrEqual(high)
    expect(Math.abs(low * 60 - p50)).toBeLessThanOrEqual(30)
  },
)

const [card] = kioskViews.usual.motives
const one: Motive = card!
const doubts: readonly [string, Partial<Motive>, ReturnType<typeof doubtOf>][] = [
  ['a sure wait', {}, null],
  ['no figure at all', { wait: null }, null],
  ['a likely wait', { wait: { ...one.wait!, level: 'likely' } }, 'noTimeLeft'],
  ['an unlikely wait', { wait: { ...one.wait!, level: 'unlikely' } }, 'noTimeLeft'],
  ['no open counter, whatever the figures', { openCounters: 0 }, 'nobodyServes'],
  ['appointments only', { access: ['appointment'] }, 'byAppointment'],
  ['a title to collect there', { access: ['appointment', 'collection'], purpose: 'collection' }, null],
  [
    'a closed service, before all',
    { closed: { since: kioskViews.usual.closesAt!, words: null }, openCounters: 0 },
    'serviceClosed',
  ],
]
test.each(doubts)('%s', (_name, change, doubt) => {
  expect(doubtOf({ ...one, ...change })).toBe(doubt)
})

test('a wait is not said of a line that nobody serves', () => {
  expect(minutesOf(one)).toEqual([14, 22])
  expect(minutesOf({ ...one, openCounters: 0 })).toBeNull()
})

test('a motive that is being read follows what the host sends, and stays when it is gone', () => {
  const closed = { ...one, closed: { since: kioskViews.usual.closesAt!, words: null } }
  expect(present([closed], one)).toBe(closed)
  expect(present([{ ...closed, purpose: 'collection' }], one)).toBe(one)
})

type Said = {
  readonly [K in keyof KioskTexts as KioskTexts[K] extends string ? never : K]: readonly Parameters<
    Exclude<KioskTexts[K], string>
  >[]
}
const counts: readonly [number][] = [[1], [2], [3], [5], [11], [21], [200]]
const spans: readonly [number, number][] = [
  [0, 1],
  [0, 3],
  [1, 1],
  [1, 2],
  [5, 5],
  [14, 22],
  [52, 95],
  [120, 125],
]
const hour: readonly [string][] = [['17:00']]
const number: readonly [string][] = [['A 42']]
const instant: readonly [number, string][] = [[kioskViews.usual.closesAt!, 'Europe/Paris']]
/** What each text with a hole is tried with: one without its sample does not compile. */
const samples: Said = {
  declaration: [['whole'], ['part'], ['none']],
  hour: instant,
  dayAndHour: instant,
  peopleWait: counts,
  waitShort: spans,
  backAt: hour,
  lastTickets: hour,
  resource: [[0], ...counts],
  waitFigure: spans,
  waitUnit: counts,
  waitingWords: counts,
  countersOpen: counts,
  closesAt: hour,
  sure: hour,
  likely: hour,
  unlikely: hour,
  requests: counts,
  arrangementsChosen: counts,
  appointmentAt: hour,
  hourKept: hour,
  closedSince: hour,
  ahead: [[0], ...counts],
  left: number,
  leftAt: hour,
  ticketCodeAsk: number,
  lostAsk: number,
  rule: [
    [publishedRule],
    [{ ...publishedRule, localGrounds: [], appointments: false, weighted: true, returnToleranceMinutes: 0 }],
  ],
  reopens: [['mercredi 4 mars à 8 h 30']],
  moreTimeHelp: counts,
  provisionalAt: hour,
}

/** Each text of a language with all that it was tried with. */
const saidIn = (words: KioskTexts): readonly (readonly [name: string, sentence: string])[] =>
  Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [[name, text] as const]
      : samples[name as keyof Said].map(
          (values) => [name, (text as (...given: readonly unknown[]) => string)(...values)] as const,
        ),
  )

test.each(kioskLanguages)('every text is said in %s, and nothing of it stays French', (language) => {
  const french = new Map(Object.entries(kiosk.fr))
  for (const [name, sentence] of saidIn(kiosk[language])) {
    expect(sentence.trim(), name).not.toBe('')
    expect(sentence, name).not.toMatch(/undefined|NaN|\[object/)
    if (language !== 'fr') expect(sentence, name).not.toBe(french.get(name))
    if (language === 'ar')
      expect(/\p{Script=Arabic}|^[\d:\s]+$/u.test(sentence) || name === 'waitFigure', name).toBe(true)
    if (language === 'uk')
      expect(/\p{Script=Cyrillic}|^[\d:\s–]+$/u.test(sentence) || name === 'waitFigure', name).toBe(true)
  }
})

test('a count and its word agree', () => {
  const plain = (sentence: string) => sentence.replaceAll('\u00a0', ' ')
  expect([1, 2, 5, 21].map(kiosk.uk.requests).map(plain)).toEqual([
    '1 заява',
    '2 заяви',
    '5 заяв',
    '21 заява',
  ])
  expect([1, 2, 3, 11].map(kiosk.ar.requests).map(plain)).toEqual(['طلب واحد', 'طلبان', '3 طلبات', '11 طلبًا'])
  for (const language of ['fr', 'en', 'es'] as const)
    for (const [name, sentence] of saidIn(kiosk[language]))
      expect(sentence, name).not.toMatch(
        /(?<!\d)1\u00a0(?:personnes|guichets|minutes|people|counters|requests|personas|minutos)(?!\p{L})/u,
      )
})

test('what is left of the day is a rough length, never to be read as an hour, nor more than there is', () => {
  const left = (language: (typeof kioskLanguages)[number], minutes: number) =>
    kiosk[language].resource(minutes).replaceAll('\u00a0', ' ')
  const said = (minutes: number) => left('fr', minutes).replace(/^.*: |, tous.*$/g, '')
  expect([1, 9, 48, 119, 120, 1_115].map(said)).toEqual([
    'environ 1 minute',
    'environ 9 minutes',
    'environ 45 minutes',
    'environ 115 minutes',
    'environ 2 heures',
    'environ 18 heures',
  ])
  expect(display.resource(1_115)).toBe(
    'Temps de guichet encore libre aujourd’hui\u00a0: environ\u00a018\u00a0heures',
  )
  expect(left('en', 1_115)).toContain('about 18 hours')
  expect(left('es', 1_115)).toContain('alrededor de 18 horas')
  expect([121, 185, 1_115].map((minutes) => left('ar', minutes).match(/حوالي [^،]+/)?.[0])).toEqual([
    'حوالي ساعتين',
    'حوالي 3 ساعات',
    'حوالي 18 ساعة',
  ])
  expect([185, 1_260].map((minutes) => left('uk', minutes).match(/близько [^,]+/)?.[0])).toEqual([
    'близько 3 годин',
    'близько 21 години',
  ])
})

test('hours, minutes and numbers never break, in French', () => {
  const [ticket, wait, late] = [
    kiosk.fr.left('A\u00a042'),
    kiosk.fr.waitShort(14, 22),
    kiosk.fr.waitShort(52, 95),
  ]
  expect([ticket, wait, late]).toEqual([
    'Le départ du ticket A\u00a042 est noté',
    'Attente\u00a0: 14\u00a0à\u00a022\u00a0minutes',
    'Attente\u00a0: 52\u00a0min\u00a0à\u00a01\u00a0h\u00a035',
  ])
})

test('what the figures carry is said, and no more', () => {
  expect(kiosk.fr.sure('17 h 00')).toBe('Vous devriez être reçu avant la fermeture de 17 h 00')
  for (const language of kioskLanguages) {
    const { sure, likely, unlikely } = kiosk[language]
    expect(new Set([sure('17:00'), likely('17:00'), unlikely('17:00')]).size).toBe(3)
  }
})

const acts = [
  'ticket.take',
  'ticket.leave',
  'ticket.return',
  'ticket.replace',
  'ticket.certify',
  'appointment.arrive',
  'appointment.book',
] as const
test.each(acts)('whatever %s is refused for, a sentence says it in each language', (act) => {
  for (const code of contract[act].refusals)
    for (const language of kioskLanguages) expect(whyNot(code, kiosk[language]), code).not.toBe('')
})

test('what can be corrected says what is wrong', () => {
  for (const code of correctable) expect(whyNot(code, kiosk.fr)).not.toBe(kiosk.fr.notDoneHelp)
  expect(whyNot('fault', kiosk.fr)).toBe(kiosk.fr.notDoneHelp)
  expect(whyNot('constructor', kiosk.fr)).toBe(kiosk.fr.notDoneHelp)
})

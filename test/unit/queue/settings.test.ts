import { describe, expect, it } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import { importCodes } from '../../../shared/contract/appointments/importCodes.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { Calendar } from '../../../shared/contract/office/calendar.ts'
import type { ServiceId } from '../../../shared/contract/ids.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import {
  calendarDraft,
  calendarFrom,
  dayBlank,
  dayFrom,
} from '../../../renderer/settings/office/calendarDraft.ts'
import {
  draftOf,
  ruleNumbers,
  rulesFrom,
  serviceField,
  type QueueDraft,
} from '../../../renderer/settings/queue/queueDraft.ts'
import { minutesTyped, spansTyped, spansWritten } from '../../../renderer/ui/spans.ts'
import { rulesView } from '../../fixtures/views.supervision.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('hours as people type them', () => {
  it.each([
    ['8 h 30', 510],
    ['8h', 480],
    ['08:30', 510],
    ['8.30', 510],
    ['8', 480],
    ['8\u00a0h\u00a030', 510],
    ['24 h 00', 1440],
    ['24 h 01', null],
    ['8 h 60', null],
    ['midi', null],
    ['', null],
  ])('« %s » is read as minutes of the day, or as no hour', (text, minutes) =>
    expect(minutesTyped(text)).toBe(minutes),
  )

  it.each([
    ['', []],
    [
      '8 h 30 – 12 h, 13:30-17:00',
      [
        [510, 720],
        [810, 1020],
      ],
    ],
    [
      '8 h 30 à 12 h et 13 h 30 à 17 h',
      [
        [510, 720],
        [810, 1020],
      ],
    ],
    ['12 h - 8 h', null],
    ['8 h - 12 h, 11 h - 17 h', null],
    ['8 h', null],
    ['8 h - 12 h - 13 h', null],
    ['fermé', null],
  ])('« %s » is read as spans of the day, or as none', (text, spans) =>
    expect(spansTyped(text)).toEqual(spans),
  )

  const someSpans = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 12 })
    .map((minutes) => minutes.toSorted((a, b) => a - b))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, at): [number, number] => [
        minutes[at * 2]!,
        minutes[at * 2 + 1]!,
      ]),
    )
  property.prop([someSpans])('what is written is read again as it was', (spans) => {
    expect(spansTyped(spansWritten(spans))).toEqual(spans)
  })
})

const draft = draftOf(rulesView) as QueueDraft
const first = draft.services[0]!

describe('the queue’s rule as it is typed', () => {
  it('leaves the calls in French alone where the office wants it so', () => {
    const made = rulesFrom({ ...draft, voiceInTheirs: false })
    expect('input' in made && made.input.rules?.voiceInTheirs).toBe(false)
    const rules = { ...rulesView.rules!, voiceInTheirs: false }
    expect(draftOf({ ...rulesView, rules })?.voiceInTheirs).toBe(false)
  })

  it('unchanged, is what the host said', () => {
    const made = rulesFrom(draft)
    expect(made).toEqual({
      input: {
        // Rules set before calls were said again in the ticket's language say nothing of it: they are.
        // And none gives tickets on telephones until it is decided.
        rules: { ...rulesView.rules, voiceInTheirs: true, hallTickets: false },
        services: rulesView.services.map(({ serviceId, rule, access, slotMinutes }) => ({
          serviceId,
          rule,
          access,
          slotMinutes,
        })),
      },
    })
    expect('input' in made && contract['rules.set'].input.safeParse(made.input).success).toBe(true)
  })

  it('says a kiosk’s pace once the office has one of its own, and as usual again', () => {
    const paced = (kioskPace: QueueDraft['kioskPace'], from = draft) => {
      const made = rulesFrom({ ...from, kioskPace })
      return 'input' in made ? made.input.rules?.kioskPace : made.wrong
    }
    expect(paced({ burst: '60', seconds: '3' })).toBeUndefined()
    expect(paced({ burst: '200', seconds: '1' })).toEqual({ burst: 200, seconds: 1 })
    expect(Object.keys(paced({ burst: '5', seconds: '0' }) ?? {})).toEqual(['burst', 'seconds'])
    const rules = { ...rulesView.rules!, kioskPace: { burst: 200, seconds: 1 } }
    const set = draftOf({ ...rulesView, rules }) as QueueDraft
    expect(paced({ burst: '60', seconds: '3' }, set)).toEqual({ burst: 60, seconds: 3 })
  })

  it('is nothing before the office is born', () => {
    expect(draftOf({ rules: null, services: [] })).toBeNull()
  })

  it('an empty number is none where the rule allows it, and lacks elsewhere', () => {
    const numbers = { ...draft.numbers, overtakesPerPerson: '', absentCalls: '' }
    expect(rulesFrom({ ...draft, numbers })).toEqual({ wrong: { absentCalls: expect.any(String) } })
    const made = rulesFrom({ ...draft, numbers: { ...numbers, absentCalls: '2' } })
    expect('input' in made && made.input.rules?.overtakesPerPerson).toBeNull()
  })

  it.each(ruleNumbers)('%s beyond what the contract allows is said with its limits', (name) => {
    for (const value of ['-1', '99999', '2,5', 'deux']) {
      const made = rulesFrom({ ...draft, numbers: { ...draft.numbers, [name]: value } })
      expect('wrong' in made && made.wrong[name]).toMatch(/^Écrivez un nombre entier de \d/)
    }
  })

  it('says the service’s own field that lacks something', () => {
    const services = [
      { ...first, access: [], numbers: { ...first.numbers, targetMinutes: '0', slotMinutes: '3' } },
      ...draft.services.slice(1),
    ]
    const made = rulesFrom({ ...draft, services, silent: 'la nuit' })
    expect('wrong' in made && Object.keys(made.wrong).toSorted()).toEqual(
      [
        'silent',
        serviceField(first.serviceId, 'access'),
        serviceField(first.serviceId, 'slotMinutes'),
        serviceField(first.serviceId, 'targetMinutes'),
      ].toSorted(),
    )
  })
})

const calendar: Calendar = {
  zone: 'Europe/Paris',
  week: [
    [
      [510, 720],
      [810, 1020],
    ],
    [],
    [[510, 1020]],
    [[510, 1020]],
    [[510, 1020]],
    [],
    [],
  ],
  holidays: 'metropole',
  closed: [],
  exceptional: [],
  lastTickets: 30,
}

describe('the calendar as it is typed', () => {
  it('leaves the calls in French alone where the office wants it so', () => {
    const made = rulesFrom({ ...draft, voiceInTheirs: false })
    expect('input' in made && made.input.rules?.voiceInTheirs).toBe(false)
    const rules = { ...rulesView.rules!, voiceInTheirs: false }
    expect(draftOf({ ...rulesView, rules })?.voiceInTheirs).toBe(false)
  })

  it('unchanged, is what the host said', () => {
    expect(calendarFrom(calendarDraft(calendar), calendar.zone)).toEqual({ calendar })
  })

  it('says the day and the number that lack something', () => {
    const typed = calendarDraft(calendar)
    const week = typed.week.map((text, day) => (day === 5 ? '12 h - 8 h' : text))
    const made = calendarFrom({ ...typed, week, lastTickets: '241' }, calendar.zone)
    expect('wrong' in made && Object.keys(made.wrong)).toEqual(['5', 'lastTickets'])
  })

  it('an exceptional day has a date, a reason, and services when they are some', () => {
    const made = dayFrom({ ...dayBlank, services: [] })
    expect('wrong' in made && Object.keys(made.wrong)).toEqual(['date', 'label', 'services'])
    const sunday = {
      date: '2026-03-15',
      spans: '8 h - 18 h',
      label: ' Élections municipales ',
      services: ['elections' as ServiceId],
    }
    expect(dayFrom(sunday)).toEqual({
      day: { ...sunday, spans: [[480, 1080]], label: 'Élections municipales' },
    })
  })
})

describe('the report of an import', () => {
  it('says each code in a sentence, with what the file had there', () => {
    for (const code of importCodes) expect(queueSettings.imports.said(code, '')).toMatch(/^[A-ZÉ].*\.$/)
    expect(plain(queueSettings.imports.said('malformedDate', '31/02/2026'))).toContain('« 31/02/2026 »')
    expect(plain(queueSettings.imports.said('duplicate', '9'))).toContain('Voir la ligne 9.')
  })
})

import { expect, test } from 'vitest'
import { later, placeOf } from '../../../electron/system/place.ts'
import { withJournal } from '../../../electron/system/journalAsked.ts'
import { readOptions } from '../../../electron/system/options.ts'

const options = (...args: readonly string[]) => readOptions(args, '/srv/nadia')
const nothing = {
  station: null,
  data: null,
  school: false,
  at: null,
  host: false,
  port: null,
  config: null,
  journal: null,
  office: null,
}
const base = 'postgres://guichet@un:5432,deux:5432/base?sslmode=verify-full'

test('our options are read among Chromium’s own, with a space or an equals sign', () => {
  expect(options('--no-sandbox', '/app', '--station', 'kiosk', '--data=office')).toEqual({
    options: { ...nothing, station: 'kiosk', data: '/srv/nadia/office' },
  })
  expect(options('--station=display', '--school', '--at', '2026-03-03T10:42')).toEqual({
    options: { ...nothing, station: 'display', school: true, at: '2026-03-03T10:42' },
  })
  expect(options('--host', '--port=8710', '--config', 'guichet.json')).toEqual({
    options: { ...nothing, host: true, port: 8710, config: '/srv/nadia/guichet.json' },
  })
  expect(options('--journal', base, '--office', '0198c1f2-0000-7abc-8def-000000000001')).toEqual({
    options: { ...nothing, journal: base, office: '0198c1f2-0000-7abc-8def-000000000001' },
  })
  expect(options('/app', '--stationery', 'x')).toEqual({ options: nothing })
})

test.each([
  [['--station', 'caisse'], 'Le poste « caisse » n’existe pas'],
  [['--station'], 'L’option --station attend une valeur'],
  [['--data', '--school'], 'L’option --data attend une valeur'],
  [['--school', '--at', 'midi'], '« midi » n’est pas une date et une heure'],
  [['--school', '--at', '2026-03-03'], '« 2026-03-03 » n’est pas une date et une heure'],
  [['--at', '2026-03-03T10:42'], 'ajoutez --school'],
  [['--journal'], 'L’option --journal attend une valeur'],
  [['--journal', 'office.sqlite'], 'attend une base PostgreSQL'],
  [['--journal', 'postgres://guichet:secret@un/base'], 'Un mot de passe sur la ligne de commande'],
  [['--journal', 'postgres://un/base?password=secret'], 'Un mot de passe sur la ligne de commande'],
  [['--journal', base, '--school'], 'retirez --journal ou --school'],
  [['--office', '0198c1f2-0000-7abc-8def-000000000001'], 'donnez-la par --journal'],
  [['--journal', base, '--office', 'mairie'], '« mairie » n’est pas un office'],
  [['--host', '--port', '80'], '« 80 » n’est pas un port'],
  [['--host', '--station', 'kiosk'], 'ne va pas avec --station'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(options(...args)).toEqual({ problem: expect.stringContaining(sentence) })
})

test('training data never lie in the folder of a real office', () => {
  const real = { school: false, at: null }
  const school = { school: true, at: null }
  expect(placeOf(real, '/data', false, false).folder).toBe('/data')
  expect(placeOf(real, '/data', false, true)).toEqual({ folder: '/data/formation', school: true, at: null })
  expect(placeOf(real, '/named', true, true).folder).toBe('/named/formation')
  expect(placeOf(school, '/data', false, false).folder).toBe('/data/formation')
  // A folder named for the training itself is the training's.
  expect(placeOf(school, '/named', true, false).folder).toBe('/named')
})

test('the training clock goes on when the host is started again, in the office’s own hour or with an offset', () => {
  expect(later('2026-03-03T10:42', 90_000)).toBe('2026-03-03T10:43:30.000')
  expect(later('2026-03-03T10:42:00+01:00', 90_000)).toBe('2026-03-03T09:43:30.000Z')
})

test('a journal on the command line takes the place of the configuration’s, with its office, and of nothing else', () => {
  const host = { port: 8710, journal: 'postgres://ailleurs/base', office: 'office-of-the-other' }
  const configured = { configuration: { data: '/srv', host } }
  expect(withJournal(configured, { journal: base, office: null })).toEqual({
    configuration: { data: '/srv', host: { port: 8710, journal: base } },
  })
  expect(withJournal(configured, { journal: null, office: null })).toBe(configured)
  const broken = { problem: 'guichet.json ne peut pas être lu.' }
  expect(withJournal(broken, { journal: base, office: null })).toBe(broken)
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '../../shared/contract/stations.ts'
import { capabilities } from '../../shared/messages/glossary.ts'
import { root } from '../runtime/places.ts'
import { ourFiles } from './sources.ts'

// A capability is found by its word on every floor: whatever else stands there is named here, with its reason, and so is the
// word that has nothing there.

type Word = keyof typeof capabilities

type Floor = {
  /** The folders that stand beside the capabilities'. */
  readonly beside: readonly string[]
  /** The tests of the floor that are of every capability at once. */
  readonly ofAll?: RegExp
  /** The words that the floor has nothing of: where it is instead, or null where there is nothing to have. */
  readonly without?: { readonly [W in Word]?: string | null }
}

const floors: Readonly<Record<string, Floor>> = {
  'shared/contract': { beside: [] },
  'shared/domain': {
    // The calendar, by which every capability reads its dates.
    beside: ['core'],
    without: { identity: 'shared/identity', updates: 'electron/system/updates' },
  },
  // Numbers, dates, languages as they are written, the help, and the public's texts by language.
  'shared/messages': { beside: ['format', 'help', 'public'] },
  'db/projections': {
    beside: [],
    // A table is read by the history, a list or a search: what only changes the state has none.
    without: {
      queue: 'db/projections/visit',
      law: null,
      identity: null,
      appointments: null,
      waits: 'db/projections/history',
      office: null,
      people: null,
      backup: 'db/backup',
      network: null,
      standby: 'db/standby',
      partners: null,
      training: null,
      printing: null,
      updates: null,
      safety: null,
      media: null,
    },
  },
  // What serves every capability, the HTTP door, the command line.
  'electron/host': { beside: ['core', 'http', 'commands'] },
  'renderer/settings': {
    beside: [],
    // What an office does not set is at the station that does it.
    without: {
      visit: 'renderer/counter',
      identity: 'renderer/identity',
      waits: 'renderer/supervision/Forecast.tsx',
      training: 'renderer/training',
      safety: 'renderer/safety',
    },
  },
  'test/unit': { beside: ['core'] },
  'test/property': {
    beside: ['core'],
    // The whole office's stories, and any event of any capability.
    ofAll: /^(?:evolve|office|stateKeys)\.test\.ts$/,
    without: { standby: null, updates: null },
  },
  'test/db': {
    // The folders of `db`, whose files these tests try, and what the tests share.
    beside: ['journal', 'migrations', 'postgres', 'projections', 'children', 'fixtures'],
    // Those of its own files.
    ofAll: /^(?:hold|readApart|sqlite)\.test\.ts$/,
    // A capability's tables are tried together, from the journal that fills them.
    without: Object.fromEntries(
      Object.keys(capabilities)
        .filter((word) => !['backup', 'people', 'privacy', 'standby'].includes(word))
        .map((word) => [word, 'test/db/projections']),
    ),
  },
  'test/office': { beside: ['core', 'doors'] },
  'test/e2e': {
    beside: ['core', 'pictures'],
    // What a person looks at, page after page.
    ofAll: /^pictures\w*\.spec\.ts$/,
    without: { waits: 'test/e2e/queue', updates: 'test/electron/updatesPage.spec.ts', history: null },
  },
}

// Asked once: git reads the whole tree each time.
const files = ourFiles()

/** What lies on a floor: its folders, and the files of the floor itself. */
function on(floor: string): { readonly folders: ReadonlySet<string>; readonly own: readonly string[] } {
  const paths = files.flatMap((path) =>
    path.startsWith(`${floor}/`) ? [path.slice(floor.length + 1).split('/')] : [],
  )
  return {
    folders: new Set(paths.flatMap(([folder, file]) => (file === undefined ? [] : [folder!]))),
    own: paths.flatMap(([name, file]) => (file === undefined ? [name!] : [])),
  }
}

const words = Object.keys(capabilities) as Word[]

test.each(Object.entries(floors))(
  'each folder of %s is a capability’s word, or named here',
  (floor, { beside }) => {
    const known = new Set<string>([...words, ...beside])
    const { folders } = on(floor)
    expect(folders.size).toBeGreaterThan(4)
    expect([...folders].filter((folder) => !known.has(folder))).toEqual([])
    expect(
      beside.filter((folder) => !folders.has(folder)),
      'named here for nothing',
    ).toEqual([])
  },
)

test.each(Object.entries(floors))(
  'each capability is found by its word on %s, or named here with where it is',
  (floor, { without = {} }) => {
    const { folders, own } = on(floor)
    const found = words.filter((word) => folders.has(word) || own.some((name) => name.split('.')[0] === word))
    expect(words.filter((word) => !found.includes(word) && !(word in without))).toEqual([])
    expect(
      found.filter((word) => word in without),
      'named here for nothing',
    ).toEqual([])
    const instead = Object.values(without).filter((place) => place !== null)
    expect(instead.filter((place) => !existsSync(join(root, place)))).toEqual([])
  },
)

test.each(Object.entries(floors).filter(([floor]) => floor.startsWith('test/')))(
  'each test of %s lies in a folder, unless it is of every capability',
  (floor, { ofAll }) => {
    const tests = on(floor).own.filter((name) => /\.(?:test|spec|suite)\.tsx?$/.test(name))
    expect(tests.filter((name) => ofAll?.test(name) !== true)).toEqual([])
    if (ofAll !== undefined) expect(tests, 'named here for nothing').not.toEqual([])
  },
)

test('each folder of the pages is a page’s, a capability’s, or named here', () => {
  // What serves every page; what is lent to several of them: the help, the voice, the proof of a paper.
  const others = ['app', 'link', 'ui', 'settings', 'help', 'sound', 'verification']
  const known = new Set<string>([...Object.keys(pages), ...words, ...others])
  const { folders } = on('renderer')
  expect([...folders].filter((folder) => !known.has(folder))).toEqual([])
  expect(others.filter((folder) => !folders.has(folder))).toEqual([])
})

test.each(['decide', 'evolve', 'views'])(
  'shared/domain/%s.ts takes what each capability has from the file of that name, or of its word',
  (name) => {
    const text = readFileSync(join(root, 'shared/domain', `${name}.ts`), 'utf8')
    const taken = [...text.matchAll(/\b\w+(?:Decisions|Evolutions|Views)\b.*from '\.\/(\w+)\/(\w+)\.ts'/g)]
    expect(taken.length).toBeGreaterThan(10)
    const astray = taken.filter(([, word, file]) => file !== name && file !== word)
    expect(astray.map(([, word, file]) => `${word}/${file}.ts`)).toEqual([])
  },
)

import { expect, test } from 'vitest'
import { filesOfPages } from '../../../renderer/app/pageFiles.ts'

const bundles = '/renderer/app/pages.ts'
const page = (station: string) => `/renderer/${station}/index.tsx`
const stations = ['counter', 'reception', 'files', 'supervision', 'kiosk']

/** What each module imports at once, and what it imports later. */
const imports: Readonly<
  Record<string, { readonly now?: readonly string[]; readonly later?: readonly string[] }>
> = {
  [bundles]: { later: [...stations.map(page), '/renderer/welcome/index.tsx'] },
  [page('counter')]: { now: ['sheet', 'number', 'own'] },
  [page('reception')]: { now: ['sheet'], later: ['panel'] },
  [page('files')]: { now: ['sheet'] },
  [page('supervision')]: { now: ['word'] },
  [page('kiosk')]: { now: ['number'] },
  '/renderer/welcome/index.tsx': {},
  own: { later: ['dialog'] },
  sheet: { now: ['format', 'word'] },
  word: {},
  panel: { now: ['own'] },
  number: { now: ['format'] },
  format: {},
  dialog: {},
}

const groups = filesOfPages(bundles, 6)
const graph = {
  getModuleInfo: (id: string) => ({
    importedIds: imports[id]?.now ?? [],
    dynamicallyImportedIds: imports[id]?.later ?? [],
  }),
}
const placed = (id: string) =>
  groups.flatMap(({ name, priority }) => {
    const file = name(id, graph)
    return file === null ? [] : [{ file, priority }]
  })
const fileOf = (id: string) => placed(id).map(({ file }) => file)

test('what one station reads as it opens is in its own file', () => {
  expect(fileOf(page('kiosk'))).toEqual(['kiosk'])
  expect(fileOf('/renderer/welcome/index.tsx')).toEqual(['welcome'])
})

test('what a part of another station reads later is apart from the page that has it', () => {
  expect(fileOf('own')).toEqual(['counter-shared'])
})

test('what several stations read as they open is in a file of theirs, one for all the desks', () => {
  expect(fileOf('number')).toEqual(['counter-kiosk'])
  expect(fileOf('sheet')).toEqual(['desks'])
  expect(fileOf('format')).toEqual(['desks-kiosk'])
})

test('what the other desks share is apart from what a supervisor’s page reads too', () => {
  expect(fileOf('sheet')).toEqual(['desks'])
  expect(fileOf('word')).toEqual(['desks-supervision'])
})

test('what is shown later is left to the bundler', () => {
  expect(fileOf('dialog')).toEqual([])
  expect(fileOf('panel')).toEqual([])
})

test('no file imports one that is placed after it, or two would import each other', () => {
  for (const [id, { now = [] }] of Object.entries(imports))
    for (const next of now)
      for (const mine of placed(id))
        for (const its of placed(next))
          if (its.file !== mine.file) expect(its.priority, `${id} ${next}`).toBeGreaterThan(mine.priority)
})

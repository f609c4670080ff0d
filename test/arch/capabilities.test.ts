import { expect, test } from 'vitest'
import { capabilities } from '../../shared/messages/glossary.ts'
import { ourFiles } from './sources.ts'

// A capability is found by its word on every floor: whatever else stands there is named here, with its reason.

/** What stands on a floor beside the capabilities. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'shared/contract': [],
  // The calendar, by which every capability reads its dates.
  'shared/domain': ['core'],
  // Numbers, dates, languages as they are written, the help, and the public's texts by language.
  'shared/messages': ['format', 'help', 'public'],
  // What serves every capability, the HTTP door, the command line.
  'electron/host': ['core', 'http', 'commands'],
  'renderer/settings': [],
  'test/unit': ['core'],
  'test/property': [],
  'test/office': ['core', 'doors'],
}

// Asked once: git reads the whole tree each time.
const files = ourFiles()

const foldersOf = (floor: string): readonly string[] => [
  ...new Set(
    files.flatMap((path) => {
      const [folder, file] = path.startsWith(`${floor}/`) ? path.slice(floor.length + 1).split('/') : []
      return folder !== undefined && file !== undefined ? [folder] : []
    }),
  ),
]

test.each(Object.entries(beside))(
  'each folder of %s is a capability’s word, or named here',
  (floor, more) => {
    const known = new Set<string>([...Object.keys(capabilities), ...more])
    const folders = foldersOf(floor)
    expect(folders.length).toBeGreaterThan(5)
    expect(folders.filter((folder) => !known.has(folder))).toEqual([])
    expect(
      more.filter((folder) => !folders.includes(folder)),
      'named here for nothing',
    ).toEqual([])
  },
)

test('each capability stands on three floors at least', () => {
  for (const word of Object.keys(capabilities)) {
    const floors = Object.keys(beside).filter((floor) => foldersOf(floor).includes(word))
    expect(floors.length, word).toBeGreaterThan(2)
  }
})

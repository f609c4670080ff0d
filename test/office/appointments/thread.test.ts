import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleFolder } from '../../runtime/places.ts'

// A thread starts at each exchange with an outside calendar, each file that is read, each backup and each check of a folder.
// What it loads is most of what it costs, and a build puts it where it likes.

const folder = join(bundleFolder, 'programs')

/** The one file of the bundle that gives this to the thread. */
function givenBy(name: string): string {
  const found = readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes(`exports.${name} = ${name};`),
  )
  expect(found, name).toHaveLength(1)
  return found[0]!
}

/** The files that are loaded with one, itself among them. */
function loadedWith(first: string): readonly string[] {
  const files = new Set([first])
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, next] of text.matchAll(/^(?:const \S+ = )?require\("\.\/(.+?\.cjs)"\)/gm)) files.add(next!)
  }
  return [...files]
}

/** Whether it is the file of what `serve` and `inside` alone read (filesOfPrograms), before the eight letters of its hash. */
const isHostAlone = (file: string): boolean => /^serve-inside-.{8}\.cjs$/.test(file)

test.each(['performOutside', 'readAppointments'])(
  'a thread that does %s loads nothing that the host alone reads',
  (name) => {
    const loaded = loadedWith(givenBy(name))
    expect(loaded.length).toBeGreaterThan(1)
    expect(readdirSync(folder).filter(isHostAlone)).toHaveLength(1)
    expect(loaded.filter(isHostAlone)).toEqual([])
  },
)

test('the thread of backups, whatever it does, loads nothing that the host alone reads', () => {
  const started = readFileSync(join(bundleFolder, 'backup.cjs'), 'utf8')
  const [, own = ''] = /programs\/(backup-.{8}\.cjs)/.exec(started) ?? []
  const text = readFileSync(join(folder, own), 'utf8')
  // What it loads as it starts, and what it loads once it is told what to do.
  const asked = [...text.matchAll(/require\("\.\/(.+?\.cjs)"\)/g)].map(([, file]) => file!)
  expect(asked.length).toBeGreaterThan(4)
  expect(asked.flatMap(loadedWith).filter(isHostAlone)).toEqual([])
})

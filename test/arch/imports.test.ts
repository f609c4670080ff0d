import { expect, test } from 'vitest'
import { importsOf, offence } from './imports.ts'
import { sourcesWhere, type Source } from './sources.ts'

const code = /\.(?:tsx?|m?js|cjs)$/

/** Each offending import, as a person wants to read it. */
const offences = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(importsOf).flatMap((one) => {
    const why = offence(one)
    return why === null ? [] : [`${one.from}:${one.line} → ${one.target} (${why})`]
  })

test('every import goes the way that the layout allows', () => {
  expect(offences(sourcesWhere((path) => code.test(path)))).toEqual([])
})

test('the sources are really read', () => {
  const paths = sourcesWhere((path) => code.test(path)).map(({ path }) => path)
  for (const top of ['shared/', 'db/', 'test/']) expect(paths.some((path) => path.startsWith(top))).toBe(true)
})

test.each([
  ['shared/domain/day.ts', "import { open } from '../../db/open.ts'", 'shared may not import db'],
  [
    'shared/domain/day.ts',
    "import { app } from '../messages/app.fr.ts'",
    'shared/domain may not import shared/messages',
  ],
  [
    'shared/contract/ids.ts',
    "import type { Day } from '../domain/day.ts'",
    'shared/contract may not import shared/domain',
  ],
  [
    'shared/procedures/cni.ts',
    "export * from '../domain/day.ts'",
    'shared/procedures may not import shared/domain',
  ],
  [
    'shared/documents/mentions.ts',
    "import { app } from '../messages/app.fr.ts'",
    'only layouts and pages know messages',
  ],
  ['shared/rpc/door.ts', "const fs = await import('node:fs')", 'shared runs anywhere'],
  ['shared/rpc/door.ts', "import fs from 'fs'", 'shared runs anywhere'],
  ['db/open.ts', "import { app } from 'electron'", 'db never imports electron'],
  ['db/open.ts', "import '../electron/main.ts'", 'db may not import electron'],
  [
    'db/migrations/0010-journal.ts',
    "import type { Schema } from '../schema.ts'",
    'a migration imports nothing of ours',
  ],
  [
    'renderer/kiosk/Kiosk.tsx',
    "import {\n  a,\n  b,\n} from '../../db/open.ts'",
    'renderer may not import db',
  ],
  ['renderer/kiosk/Kiosk.tsx', "import { join } from 'node:path'", 'a page has no Node'],
  ['electron/host/serve.ts', "import { app } from 'electron'", 'plain Node'],
  ['electron/printing/queue.ts', "import { kiosk } from '../windows/kiosk.ts'", 'no other part of electron'],
  ['electron/main.ts', "import page from '../renderer/app/main.tsx'", 'electron may not import renderer'],
  ['electron/main.ts', "import { office } from '../test/fixtures/office.ts'", 'nobody imports test'],
  ['electron/main.ts', "import secret from '../../elsewhere/secret.ts'", 'outside of the sources'],
])('%s may not say %j', (path, text, why) => {
  const [found, ...others] = offences([{ path, text }])
  expect(others).toEqual([])
  expect(found).toContain(`${path}:${text.split('\n').length} → `)
  expect(found).toContain(why)
})

test.each([
  ['electron/main.ts', "import { app } from 'electron'\nimport { open } from '../db/open.ts'"],
  [
    'electron/host/serve.ts',
    "import { decide } from '../../shared/domain/decide.ts'\nimport { spawn } from 'node:child_process'",
  ],
  ['renderer/app/main.tsx', "import { app } from '../../shared/messages/app.fr.ts'\nimport './base.css'"],
  ['shared/documents/a4.ts', "import { fr } from '../messages/documents.fr.ts'"],
  ['test/office/queue.test.ts', "import { open } from '../../db/open.ts'\nimport { app } from 'electron'"],
])('%s may say %j', (path, text) => {
  expect(offences([{ path, text }])).toEqual([])
})

import { app } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { installStaged } from '../../electron/system/updates/install.ts'
import { nothingKept } from '../../electron/system/updates/memory.ts'
import { createUpdates } from '../../electron/system/updates/updates.ts'

// The updates alone, in a real Electron that believes it is an AppImage: what `update.spec.ts` bundles and starts. The
// parent of the first file says what is asked; what there is to say is written beside it.

const [asked = '', said = ''] = process.argv.slice(-2)
const { from, key, folder, before } = JSON.parse(readFileSync(asked, 'utf8')) as Readonly<
  Record<string, string>
>

void app.whenReady().then(async () => {
  const log = {
    info: () => {},
    fault: (_what: string, error: unknown) => process.stderr.write(`${String(error)}\n`),
  }
  const updates = createUpdates({
    asked: { from: from ?? '', key: key ?? '', between: '00:00-23:59' },
    version: '0.1.0',
    trial: true,
    setBy: '',
    kept: { read: () => nothingKept, write: () => {} },
    left: { read: () => ({ version: null }), write: () => {} },
    kind: 'AppImage',
    arch: process.arch,
    folder: folder ?? '',
    get: (url) => fetch(url),
    now: () => new Date(2026, 2, 3, 21, 0),
    log,
    prepare: () => Promise.resolve(null),
    install: (file, update) =>
      installStaged(file, update, {
        kind: 'AppImage',
        args: ['--station', 'counter'],
        before: before ?? '',
        log,
      }),
  })
  await updates.look()
  writeFileSync(said, updates.said() ?? '')
  setTimeout(() => app.exit(0), 300)
})

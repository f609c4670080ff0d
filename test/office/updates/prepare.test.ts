import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { prepareUpdate } from '../../../electron/host/updates/prepare.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { startOffice } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { CommandId, StationId } from '../../../shared/contract/ids.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

test('another version takes the place of this one when no day is open, with a backup made then', async () => {
  const dir = await newFolder()
  const { host, stop } = await startOffice({
    dir,
    school: false,
    at: undefined,
    chromium: headlessChromium(),
    protection: null,
  })
  onTestFinished(async () => {
    await stop()
    await removeFolder(dir)
  })
  const backups = () =>
    readdir(join(dir, 'sauvegardes')).then(
      (names) => names.filter((name) => name.endsWith('.tar.gz')).length,
      () => 0,
    )
  // Before an office is there, nothing is to be kept.
  expect(await prepareUpdate(host)).toBeNull()
  const before = await backups()
  const holder = (role: 'admin' | 'supervisor') => ({ role, stationId: 'hote' as StationId, agentId: null })
  const id = () => randomUUID() as CommandId
  await host.call(holder('admin'), 'office.create', { ...schoolOffice, school: false }, id())
  expect(await prepareUpdate(host)).toBeNull()
  expect(await backups()).toBe(before + 1)

  await host.call(holder('supervisor'), 'day.open', {}, id())
  expect(await prepareUpdate(host)).toBe('dayOpen')
  expect(await backups()).toBe(before + 1)
})

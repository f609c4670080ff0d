import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
afterEach(async () => {
  await host.stop()
  await removeFolder(dir)
})

test('the administration is told what the examination of its own folder finds, and that it is mended once it is', async () => {
  dir = await newFolder()
  host = await startInside(dir)
  const find = async (again: boolean) => {
    const found = await done<Output<'doctor.get'>>(host, 'admin', 'queries/doctor.get', { again })
    expect(found.at).not.toBeNull()
    return found.findings.map(({ code }) => code)
  }
  expect(await find(false)).not.toContain('rights')
  await chmod(join(dir, 'tokens.json'), 0o644)
  // What was found lately is still said to whoever opens the page.
  expect(await find(false)).not.toContain('rights')
  expect(await find(true)).toContain('rights')
  await chmod(join(dir, 'tokens.json'), 0o600)
  expect(await find(true)).not.toContain('rights')
})

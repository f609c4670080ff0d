import { execFile } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeIn, outsideMark, requireOwn } from '../../../electron/host/backup/work.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'

// The file by which a folder outside says whose copies it has: somebody else’s disk may have anything in its place.

const office = '00000000-0000-4000-8000-000000000001' as OfficeId
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-mark-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('an empty folder becomes this office’s, and another office’s stays its own', async () => {
  await requireOwn(folder, office)
  expect(await readFile(join(folder, outsideMark), 'utf8')).toBe(`${office}\n`)
  expect(await officeIn(folder)).toBe(office)
  await writeFile(join(folder, outsideMark), 'another\n')
  await expect(requireOwn(folder, office)).rejects.toThrow(backups.otherOffice(folder))
})

test.runIf(process.platform !== 'win32')('a pipe in its place is not waited for', async () => {
  const mark = join(folder, outsideMark)
  await promisify(execFile)('mkfifo', [mark])
  // Whoever waited would read nothing, and be found.
  const written = setTimeout(() => closeSync(openSync(mark, 'w')), 2_000)
  try {
    await expect(requireOwn(folder, office)).rejects.toThrow(backups.markNoFile(folder))
    expect(await officeIn(folder)).toBeNull()
  } finally {
    clearTimeout(written)
  }
})

test.runIf(process.platform !== 'win32')('what the disk answers of it is said as it is', async () => {
  await writeFile(join(folder, 'file'), '')
  await symlink('file/mark', join(folder, outsideMark))
  await expect(requireOwn(folder, office)).rejects.toMatchObject({ code: 'ENOTDIR' })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { holdFolder } from '../../../db/hold.ts'
import { clearRestoreStages, leftRestoreStages } from '../../../electron/host/backup/restoreStage.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'
import { root } from '../../runtime/places.ts'

let office: RealOffice
beforeAll(async () => {
  office = await startRealOffice()
  await done(office.host, 'admin', 'commands/backup.make')
  await office.running.stop()
})
afterAll(() => office.stop())

/** A restore of this folder that got as far as the journal, and waits there until it is killed. */
async function restoring(folder: string): Promise<{ stage: string; kill: () => Promise<void> }> {
  const program = `
    const { openRestoreStage } = await import('./electron/host/backup/restoreStage.ts')
    const { mkdirSync, writeFileSync } = await import('node:fs')
    const stage = await openRestoreStage(process.argv[1])
    mkdirSync(stage.path + '/office')
    writeFileSync(stage.path + '/office/guichet.sqlite', 'names of people')
    console.log(stage.path)
    setInterval(() => stage, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { stage: said.toString().trim(), kill }
}

const findings = async (folder: string) =>
  (
    JSON.parse((await guichet(['doctor', folder, '--json'])).out) as {
      findings: { code: string; level: string; sentence: string }[]
    }
  ).findings

test('what a killed restore left is said by the doctor, and goes at the next start; a restore at work keeps its own', async () => {
  const { stage, kill } = await restoring(office.dir)
  const notOurs = `${office.dir}.restauration-abcdef`
  await mkdir(notOurs)
  await writeFile(join(notOurs, 'notes.txt'), 'somebody’s')
  const start = async () => (await startInside(office.dir, { school: false })).stop()
  await start()
  expect(existsSync(stage), 'a process works there').toBe(true)
  expect((await findings(office.dir)).map(({ code }) => code)).not.toContain('restoreLeft')
  await kill()
  const [left] = (await findings(office.dir)).filter(({ code }) => code === 'restoreLeft')
  expect(left).toMatchObject({ level: 'warning', sentence: expect.stringContaining(stage) })
  expect(left?.sentence).not.toContain(notOurs)
  expect(existsSync(stage), 'the doctor changes nothing').toBe(true)
  await start()
  expect(existsSync(stage)).toBe(false)
  expect(existsSync(notOurs)).toBe(true)
})

test('the next restore of the same folder removes it, and the doctor says it of a folder that is not there', async () => {
  const dir = join(office.folder, 'again')
  const { stage, kill } = await restoring(dir)
  await kill()
  expect((await findings(dir)).map(({ code }) => code)).toContain('restoreLeft')
  const copies = join(office.dir, 'sauvegardes')
  const copy = (await readdir(copies)).find((one) => one.endsWith('.tar.gz')) ?? ''
  expect(await guichet(['restore', join(copies, copy), dir])).toMatchObject({ code: 0 })
  expect(existsSync(stage)).toBe(false)
})

test('a restored office that a host serves or served where it is stays, and so does a folder without a restore’s lock', async () => {
  const dir = join(office.folder, 'served')
  const { stage, kill } = await restoring(dir)
  await kill()
  const byHand = `${dir}.restauration-ancien`
  await mkdir(join(byHand, 'office'), { recursive: true })
  await writeFile(join(byHand, 'office', 'guichet.sqlite'), 'names of people')
  const hold = await holdFolder(join(stage, 'office'))
  onTestFinished(() => hold.release())
  expect(await clearRestoreStages(dir)).toEqual([])
  expect(leftRestoreStages(dir), 'what has no lock is said').toEqual([byHand])
  await hold.release()
  expect(await clearRestoreStages(dir), 'acts may have been recorded there').toEqual([])
  expect(leftRestoreStages(dir).toSorted(), 'it is said again').toEqual([stage, byHand].toSorted())
  expect([stage, byHand].map((one) => existsSync(one))).toEqual([true, true])
})

test('a copy of the office that passed when the process was killed goes at the next start', async () => {
  const left = ['.suivi-abcdef', '.copie-abcdef'].map((name) => join(office.dir, name))
  for (const one of left) {
    await mkdir(one)
    await writeFile(join(one, 'archive.tar.gz'), 'names of people')
  }
  await (await startInside(office.dir, { school: false })).stop()
  expect(left.filter((one) => existsSync(one))).toEqual([])
})

import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { join } from 'node:path'
import { journalFile } from '../../../db/open.ts'
import { openLog } from '../../../electron/host/core/log.ts'
import { keyOf, publicKeyIn, writeKeyFile } from '../../../electron/host/office/key.ts'
import { takeFiles } from '../../../electron/host/standby/files.ts'
import { followHost, prepareCopy } from '../../../electron/host/standby/prepare.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

let office: RealOffice
const folders: string[] = []
beforeAll(async () => {
  office = await startRealOffice()
})
afterAll(async () => {
  await office.stop()
  await Promise.all(folders.map(removeFolder))
})

async function follower(): Promise<string> {
  const dir = await newFolder()
  folders.push(dir)
  followHost(dir, { url: office.host.url, token: office.host.tokens['follower']! })
  return dir
}

test('a machine that follows takes a whole copy that the office’s key signed', async () => {
  const dir = await follower()
  await prepareCopy(dir, openLog(dir))
  expect(publicKeyIn(dir)).toBe(publicKeyIn(office.dir))
  expect(existsSync(journalFile(dir))).toBe(true)
})

test('a machine that has the office’s key takes no copy that another key signed, and is as it was', async () => {
  const dir = await follower()
  writeKeyFile(dir, { ed25519: '1'.repeat(64) })
  const before = readdirSync(dir)
  await expect(prepareCopy(dir, openLog(dir))).rejects.toThrow('n’est pas signée par la clé de l’office')
  expect(readdirSync(dir).filter((name) => name !== 'logs')).toEqual(before)
  expect(publicKeyIn(dir)).toBe(keyOf('1'.repeat(64)).publicKey)
})

test('of the files that a host sends, those of the closed list are taken and no other', async () => {
  const dir = await newFolder()
  folders.push(dir)
  await writeFile(join(dir, 'office.key'), 'ours')
  const sent = (text: string) => Buffer.from(text).toString('base64')
  takeFiles(dir, {
    'avis.json': sent('{}'),
    'office.key': sent('theirs'),
    'regles/a.regles.json': sent('{}'),
    'regles/.bashrc': sent('x'),
    'regles/a\nb': sent('x'),
    'regles/../suivi.json': sent('x'),
    'regles/b/../../../x': sent('x'),
    'certificats/c:d': sent('x'),
  })
  expect(readdirSync(dir, { recursive: true }).map(String).toSorted()).toEqual([
    'avis.json',
    'office.key',
    'regles',
    join('regles', 'a.regles.json'),
  ])
})

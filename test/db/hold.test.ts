import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '../../db/errors.ts'
import { holdFolder, readHolder } from '../../db/hold.ts'
import { child } from './child.ts'
import { ownFolder } from './folder.ts'

test('a folder has one holder; the second is told who, since when and where', async () => {
  const folder = join(ownFolder(), 'made', 'for it')
  const hold = await holdFolder(folder)
  hold.announce('http://127.0.0.1:4000')
  const second = holdFolder(folder, { wait: 200 })
  await expect(second).rejects.toBeInstanceOf(StorageError)
  await expect(second).rejects.toMatchObject({ code: 'held' })
  await expect(second).rejects.toThrow(`processus ${process.pid}, depuis le `)
  await expect(second, 'in the machine’s hours, which it says').rejects.toThrow(
    /depuis le \d\d\/\d\d\/\d{4} [\d:]+ UTC[^ ]\d\d:\d\d, qui/,
  )
  await expect(second).rejects.toThrow('http://127.0.0.1:4000')
  await hold.release()
  expect(existsSync(join(folder, 'host.json'))).toBe(false)
  await (await holdFolder(folder, { wait: 0 })).release()
  await hold.release()
})

test('whoever asks waits for a holder that is leaving', async () => {
  const folder = ownFolder()
  const first = await holdFolder(folder)
  const second = holdFolder(folder)
  setTimeout(() => void first.release(), 300)
  const hold = await second
  expect(await readHolder(folder)).toMatchObject({ pid: process.pid, url: null })
  await hold.release()
})

test('a holder in another process is named; the kernel frees the folder when it is killed', async () => {
  const folder = ownFolder()
  const holder = child('hold', [folder])
  await holder.said(1)
  expect(holder.lines(), holder.errors()).toEqual(['held'])
  await expect(holdFolder(folder, { wait: 100 })).rejects.toThrow(`processus ${holder.process.pid},`)
  holder.process.kill('SIGKILL')
  await holder.ended
  // The one who was killed still says that they hold it: the lock alone decides.
  expect(await readHolder(folder)).toMatchObject({ pid: holder.process.pid, url: 'http://127.0.0.1:4321' })
  const hold = await holdFolder(folder, { wait: 0 })
  const late = child('hold', [folder, '100'])
  await late.ended
  expect(JSON.parse(late.lines()[0] ?? '')).toMatchObject({ code: 'held' })
  expect(late.lines()[0]).toContain(`processus ${process.pid},`)
  await hold.release()
})

test('a holder that says nothing legible is still a holder', async () => {
  const folder = ownFolder()
  const hold = await holdFolder(folder)
  for (const text of ['', '{', 'null', '[]', '{"pid":1}']) {
    writeFileSync(join(folder, 'host.json'), text)
    await expect(holdFolder(folder, { wait: 0 })).rejects.toThrow('est déjà tenu. Servez-vous')
  }
  await hold.release()
})

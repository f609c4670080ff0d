import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { cliProgram } from '../../runtime/places.ts'

test('a command whose reader stops before the end leaves in silence', async () => {
  const child = spawn(process.execPath, [cliProgram, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect([said, code]).toEqual(['', 0])
})

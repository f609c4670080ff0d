import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trainingCommand } from '../../../electron/system/training.ts'

// The training site is an application of its own: the office's goes on beside it.

const started = { execPath: '/opt/Guichet/guichet', appPath: null, appImage: undefined }

test('it has its own folder inside the office’s, and opens at its counter', () => {
  expect(trainingCommand({ ...started, argv: ['guichet', '--station', 'kiosk'] }, '/donnees')).toEqual({
    file: '/opt/Guichet/guichet',
    args: ['--school', '--data', join('/donnees', 'formation'), '--station', 'counter'],
  })
})

test('it keeps what the machine needs of Chromium, and nothing of the office’s profile, folder or debugger', () => {
  const argv = [
    'electron',
    '--inspect=0',
    '--remote-debugging-port=0',
    '--no-sandbox',
    '--disable-gpu',
    '--user-data-dir=/p',
    '/src',
    '--data',
    '/donnees',
    '--host',
  ]
  const { args } = trainingCommand({ ...started, appPath: '/src', argv }, '/donnees')
  expect(args.slice(0, 4)).toEqual(['--no-sandbox', '--disable-gpu', '/src', '--school'])
  expect(args.join(' ')).not.toMatch(/inspect|debugging|user-data-dir|--host/)
})

test('from an AppImage, the file itself is started: what is mounted of it goes with whoever mounted it', () => {
  const { file } = trainingCommand({ ...started, argv: [], appImage: '/applications/guichet.AppImage' }, '/d')
  expect(file).toBe('/applications/guichet.AppImage')
})

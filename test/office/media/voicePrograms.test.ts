import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inWords } from '../../../shared/messages/public/fr/voice.ts'
import type { ClipName } from '../../../shared/messages/public/voice.ts'
import { recording } from '../../fixtures/recording.ts'
import { mustRun } from '../../runtime/command.ts'
import { makeClips } from '../../runtime/voice.ts'
import { writeWave } from '../../runtime/wave.ts'

// The voice with the programs that make it, `espeak-ng` and `opusenc`: what needs neither is among the unit tests.

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-voice-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a speech synthesiser that reads figures by itself hears the same numbers', async () => {
  const values = Array.from({ length: 10_000 }, (_, value) => value).filter(
    (value) => value < 100 || value % 37 === 0 || value % 100 === 0,
  )
  /** How each text is pronounced, without the stress. */
  const phonemes = async (texts: readonly string[]) => {
    const file = join(folder, 'texts.txt')
    await writeFile(file, texts.map((text) => `${text}.\n\n`).join(''))
    const { stdout } = await mustRun('espeak-ng', ['-v', 'fr', '-q', '-x', '-f', file], { what: 'espeak-ng' })
    return (
      stdout
        .split('\n')
        .map((line) => line.replaceAll(/[\s',_:|@-]/g, ''))
        .filter(Boolean)
        // What it reads otherwise in words than in figures: the t of « quatre-vingt-deux », the q of « cinq cents »
        // and « cinq mille ».
        .map((line) => line.replaceAll(/vE~t+/g, 'vE~').replaceAll(/sE~k(?=sA~|mil)/g, 'sE~'))
    )
  }
  const figures = await phonemes(values.map(String))
  expect(figures).toHaveLength(values.length)
  expect(await phonemes(values.map(inWords))).toEqual(figures)
})

const some: readonly ClipName[] = ['ticket', 'letter-y', 'number-82', 'place-guichet']

test('the bank can be made again by espeak-ng', async () => {
  const bytes = await makeClips(some, null, folder)
  expect((await readdir(folder)).toSorted()).toEqual(some.map((clip) => `${clip}.ogg`).toSorted())
  expect(bytes).toBeGreaterThan(some.length * 1_000)
  // Another language's, from the same words as its folder names.
  const arabic: readonly ClipName[] = ['and', 'letter-w', 'number-3000']
  await makeClips(arabic, null, join(folder, 'ar'), 'ar')
  expect((await readdir(join(folder, 'ar'))).toSorted()).toEqual(
    arabic.map((clip) => `${clip}.ogg`).toSorted(),
  )
})

test('a person’s recordings replace it, and a bad one is named without a trace left', async () => {
  const [from, to] = [await mkdtemp(join(folder, 'from-')), await mkdtemp(join(folder, 'to-'))]
  await writeFile(join(from, 'ticket.wav'), writeWave(recording([0.3, 0.5, 0.3], 0.3, 48_000)))
  await writeFile(join(from, 'screen.wav'), writeWave(recording([0.3, 0, 0])))
  await makeClips(['ticket'], from, to)
  expect((await readFile(join(to, 'ticket.ogg'))).toString('latin1', 0, 4)).toBe('OggS')
  await expect(makeClips(['ticket', 'screen'], from, join(to, 'all'))).rejects.toThrow(
    'screen.wav : on n’y entend rien.',
  )
  expect(await readdir(to)).toEqual(['ticket.ogg'])
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clipTexts } from '../../../shared/messages/public/voice.ts'
import { recording } from '../../fixtures/recording.ts'
import { run } from '../../runtime/command.ts'
import { root } from '../../runtime/places.ts'
import { bankFolder, compareFolder } from '../../runtime/voice.ts'
import { prepared, readWave, writeWave } from '../../runtime/wave.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-voice-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a recording is read back as it was written, several channels mixed', () => {
  const sound = recording([0.1, 0.2, 0.1])
  const read = readWave(writeWave(sound))
  expect(read.rate).toBe(22_050)
  expect(read.samples.every((sample, at) => Math.abs(sample - (sound.samples[at] ?? 9)) < 1e-4)).toBe(true)

  const stereo = writeWave({ rate: 8_000, samples: new Float32Array([0.5, -0.5, 0.5, 0.25]) })
  stereo.writeUInt16LE(2, 22)
  expect([...readWave(stereo).samples].map((sample) => Math.round(sample * 1000) / 1000)).toEqual([0, 0.375])
})

test('the silence around a recording is taken away, and every recording is as loud', () => {
  const quiet = prepared(recording([0.4, 0.3, 1], 0.02))
  const loud = prepared(recording([0, 0.3, 0.2], 0.8))
  for (const { rate, samples } of [quiet, loud]) {
    expect(samples.length / rate).toBeGreaterThan(0.29)
    expect(samples.length / rate).toBeLessThan(0.36)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    expect(Math.sqrt(power)).toBeCloseTo(0.16, 1)
    expect(samples[0]).toBeCloseTo(0, 3)
    expect(samples.at(-1)).toBeCloseTo(0, 3)
  }
})

test('what is no usable recording is refused with what is the matter', () => {
  expect(() => readWave(Buffer.from('ID3 not a recording at all, far from it........'))).toThrow(
    /pas un fichier WAV/,
  )
  const deep = writeWave(recording([0, 0.1, 0]))
  deep.writeUInt16LE(24, 34)
  expect(() => readWave(deep)).toThrow(/24 bits/)
  expect(() => readWave(writeWave(recording([0, 0.1, 0])).subarray(0, 36))).toThrow(/sans échantillons/)
  expect(() => prepared(recording([0.5, 0, 0]))).toThrow(/n’y entend rien/)
})

test('a person’s folder that is not complete changes nothing, and the missing texts are printed', async () => {
  await writeFile(join(folder, 'number-42.wav'), writeWave(recording([0.1, 0.4, 0.1])))
  await writeFile(join(folder, 'nombre-42.wav'), '')
  const { missing, unknown } = await compareFolder(folder)
  expect(missing).toEqual([...clipTexts('fr').keys()].filter((clip) => clip !== 'number-42'))
  expect(unknown).toEqual(['nombre-42.wav'])
  await expect(compareFolder(join(folder, 'none'))).rejects.toThrow(/ne peut pas être lu/)

  const before = await readFile(join(bankFolder('fr'), 'number-42.ogg'))
  const tool = join(root, 'test', 'runtime', 'voice.ts')
  const { code, stdout } = await run(process.execPath, [tool, '--from', folder])
  expect(code).toBe(1)
  expect(stdout).toContain('Fichier sans emploi : nombre-42.wav')
  expect(stdout).toMatch(/number-71\.wav +soixante et onze/)
  expect(stdout).not.toMatch(/number-42\.wav/)
  expect(await readFile(join(bankFolder('fr'), 'number-42.ogg'))).toEqual(before)
})

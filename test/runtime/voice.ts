import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Language } from '../../shared/contract/text.ts'
import { clipTexts, type ClipName } from '../../shared/messages/public/voice.ts'
import { find, mustRun } from './command.ts'
import { root } from './places.ts'
import { say } from './say.ts'
import { Trouble, runMain } from './trouble.ts'
import { prepared, readWave, writeWave } from './wave.ts'

// Makes the waiting room's recordings: a tool of the developers, never of the product, so it lies here.
//
//   npm exec -- node test/runtime/voice.ts                the French bank, spoken by espeak-ng
//   npm exec -- node test/runtime/voice.ts --lang uk      another language's, with any of these
//   npm exec -- node test/runtime/voice.ts --from DIR     the bank, from a person's recordings: DIR/number-42.wav…
//   npm exec -- node test/runtime/voice.ts --texts        what that person has to read, file by file
//
// Debian's `espeak-ng` and `opus-tools` do the work as programs. espeak-ng is GPL-3, which covers the program and
// not the sound that it makes from our words: the recordings are the project's own. They are committed, so that
// neither the product nor its tests need those programs.

/** Where the bank of a language lies. */
export const bankFolder = (language: Language): string => join(root, 'renderer', 'sound', 'clips', language)

/**
 * What espeak-ng is given to say: it reads « quatre-vingt-deux » with a t that French does not sound, but 82 rightly,
 * and the letter Y as the vowel « i ».
 */
function spelled(clip: ClipName, text: string, language: Language): string {
  if (language !== 'fr') return text
  if (clip.startsWith('number-')) return clip.slice('number-'.length)
  return clip === 'letter-y' ? 'i grec' : text
}

/** Without the pauses around; words a minute: slow enough for a hall, and a letter is a single vowel. */
const voice = (clip: ClipName, language: Language): readonly string[] => [
  '-v',
  language,
  '-z',
  '-s',
  clip.startsWith('letter-') ? '90' : '130',
]
/**
 * Speech for a hall, and the same bytes each time: 28 kbit/s, 20 where French was heard before, so that five banks stay
 * under three megabytes.
 */
const encoding = (language: Language): readonly string[] => [
  '--quiet',
  '--bitrate',
  language === 'fr' ? '28' : '20',
  '--serial',
  '1',
  '--padding',
  '0',
  '--discard-comments',
]

/** The programs that making the bank needs and that this machine lacks. @param spoken by espeak-ng, not a person */
const missingPrograms = (spoken: boolean): readonly string[] =>
  [...(spoken ? ['espeak-ng'] : []), 'opusenc'].filter((program) => !find(program))

/**
 * The recordings that a person's folder lacks, and its files that no piece is named after.
 * @throws Trouble when there is no such folder
 */
export async function compareFolder(
  folder: string,
  language: Language = 'fr',
): Promise<{
  readonly missing: readonly ClipName[]
  readonly unknown: readonly string[]
}> {
  const found = await readdir(folder).catch(() => {
    throw new Trouble(`le dossier ${folder} ne peut pas être lu.`)
  })
  const files = new Set(found.filter((file) => file.endsWith('.wav')))
  const clips = [...clipTexts(language).keys()]
  const wanted = new Set(clips.map((clip) => `${clip}.wav`))
  return {
    missing: clips.filter((clip) => !files.has(`${clip}.wav`)),
    unknown: [...files].filter((file) => !wanted.has(file)).toSorted(),
  }
}

async function speak(clip: ClipName, language: Language, work: string): Promise<Buffer> {
  const path = join(work, `${clip}.spoken.wav`)
  const text = clipTexts(language).get(clip) ?? ''
  const args = [...voice(clip, language), '-w', path, spelled(clip, text, language)]
  await mustRun('espeak-ng', args, { what: `« ${text} » par espeak-ng` })
  return readFile(path)
}

async function encode(
  clip: ClipName,
  language: Language,
  recording: Buffer,
  work: string,
  to: string,
): Promise<void> {
  const path = join(work, `${clip}.wav`)
  try {
    await writeFile(path, writeWave(prepared(readWave(recording))))
  } catch (problem) {
    throw new Trouble(`${clip}.wav : ${problem instanceof Error ? problem.message : String(problem)}.`)
  }
  await mustRun('opusenc', [...encoding(language), path, join(to, `${clip}.ogg`)], {
    what: `le codage de ${clip}`,
  })
}

/**
 * Makes pieces of the bank. Nothing of the bank is touched before all of them are made.
 * @param from a person's folder of recordings, or null for espeak-ng
 * @param to where the `.ogg` files go
 * @returns bytes written
 * @throws Trouble when a program or a recording is missing, or a recording can't be used
 */
export async function makeClips(
  clips: readonly ClipName[],
  from: string | null,
  to: string,
  language: Language = 'fr',
): Promise<number> {
  const absent = missingPrograms(from === null)
  if (absent.length > 0)
    throw new Trouble(`il manque ${absent.join(' et ')} (Debian : espeak-ng, opus-tools).`)
  const work = await mkdtemp(join(tmpdir(), 'guichet-voice-'))
  const made = join(work, 'made')
  try {
    await mkdir(made)
    for (const clip of clips) {
      const recording =
        from === null ? await speak(clip, language, work) : await readFile(join(from, `${clip}.wav`))
      await encode(clip, language, recording, work, made)
    }
    await mkdir(to, { recursive: true })
    let bytes = 0
    for (const clip of clips) {
      const file = await readFile(join(made, `${clip}.ogg`))
      await writeFile(join(to, `${clip}.ogg`), file)
      bytes += file.length
    }
    return bytes
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      texts: { type: 'boolean' },
      lang: { type: 'string', default: 'fr' },
    },
  })
  const language = Language.safeParse(values.lang).data
  if (language === undefined)
    throw new Trouble(`langue inconnue : ${values.lang} (${Language.options.join(', ')}).`)
  const texts = clipTexts(language)
  const clips = [...texts.keys()]
  const toRead = (clip: ClipName): string => `${`${clip}.wav`.padEnd(20)}${texts.get(clip)}`
  if (values.texts) {
    process.stdout.write(`${clips.map(toRead).join('\n')}\n`)
    return 0
  }
  if (values.from !== undefined) {
    const { missing, unknown } = await compareFolder(values.from, language)
    for (const file of unknown) say(`Fichier sans emploi : ${file}`)
    if (missing.length > 0) {
      say(`Il manque ${missing.length} enregistrements sur ${clips.length} ; rien n’est changé.`)
      say(missing.map(toRead).join('\n'))
      return 1
    }
  }
  const bytes = await makeClips(clips, values.from ?? null, bankFolder(language), language)
  say(`${clips.length} enregistrements, ${Math.round(bytes / 1000)} ko.`)
  return 0
}

if (import.meta.main) await runMain(main)

import { useEffect, useState, type FormEvent } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { wordsIn } from '../../../shared/contract/letters.ts'
import {
  type RecordingLanguage,
  type RecordingOf,
  pieceBytes,
} from '../../../shared/contract/media/recordings.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import { mediaOf, type Media } from './media.ts'
import { Player } from './Player.tsx'
import style from './Recordings.module.css'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Link } from '../../link/link.ts'
import type { Result } from '../../../shared/rpc/connect.ts'

/** A file, read here before it is sent, and what it says in writing. */
export function RecordingForm({
  name,
  what,
  lang,
  first,
  onDone,
}: {
  readonly name: string
  readonly what: RecordingOf
  readonly lang: RecordingLanguage
  /** What it most likely says. */
  readonly first: string
  readonly onDone: () => void
}) {
  const link = useLink()
  const [media, setMedia] = useState<Media | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [text, setText] = useState(first)
  const [missing, setMissing] = useState(false)
  const [doing, setDoing] = useState<string | null>(null)
  useEffect(() => () => void (media && URL.revokeObjectURL(media.url)), [media])
  const choose = async (file: File | undefined) => {
    if (!file) return
    setDoing(words.reading)
    const read = await mediaOf(file, lang)
    setDoing(null)
    if ('wrong' in read) {
      setMedia(null)
      return setWrong(read.wrong)
    }
    setWrong(null)
    setMedia(read)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const transcript = wordsIn(text)
    setMissing(transcript === '')
    if (!media || transcript === '') return
    const { milliseconds, sha256, bytes } = media
    const about = { what, lang, milliseconds, transcript, sha256 }
    const result = await sendRecording(link, bytes, about, (part) => setDoing(words.sending(part)))
    setDoing(null)
    if ('error' in result) return say(result.error.message)
    say(words.saved, 'done')
    onDone()
  }
  return (
    <form
      aria-label={words.of(name, words.languages[lang])}
      className={style.form}
      onSubmit={(event) => void save(event)}
    >
      <Acts>
        <FileTrigger
          acceptedFileTypes={lang === 'lsf' ? ['video/webm', 'video/mp4'] : ['audio/*', 'video/webm']}
          onSelect={(files) => void choose(files?.[0] ?? undefined)}
        >
          <Button size="dense" autoFocus isDisabled={doing !== null}>
            {words.choose}
          </Button>
        </FileTrigger>
        <p role="status" className={style.state}>
          {doing ??
            (media && words.state(Math.ceil(media.milliseconds / 1000), words.size(media.bytes.length)))}
        </p>
      </Acts>
      <p role="alert" className={lettering.wrong}>
        {wrong}
      </p>
      {media && <Player url={media.url} lang={lang} name={name} />}
      <Field
        label={words.transcript}
        detail={words.transcriptHelp}
        lines={lang === 'lsf' ? 5 : 2}
        maxLength={2000}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setMissing(false)
        }}
        error={missing ? words.wrong.transcript : undefined}
      />
      <Acts>
        <Button kind="primary" type="submit" isDisabled={media === null || doing !== null}>
          {words.save}
        </Button>
        <Button kind="quiet" isDisabled={doing !== null} onPress={onDone}>
          {words.cancel}
        </Button>
      </Acts>
    </form>
  )
}

/** `btoa` takes letters, and so many at a time. */
const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))

/**
 * Sends a recording piece by piece, then has it kept; the first refusal ends it, and nothing is kept.
 * @param onPart told how much has gone, in hundredths
 */
async function sendRecording(
  link: Link,
  bytes: Uint8Array,
  about: Input<'recording.add'>,
  onPart: (part: number) => void,
): Promise<Result<Output<'recording.add'>>> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    onPart(Math.floor((from / bytes.length) * 100))
    const piece = base64(bytes.subarray(from, from + pieceBytes))
    const result = await link.act('recording.send', { index: from / pieceBytes, bytes: piece })
    if ('error' in result) return result
  }
  return link.act('recording.add', about)
}

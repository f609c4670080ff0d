import type { RecordingLanguage } from '../../../shared/contract/media/recordings.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'
import style from './Recordings.module.css'

/** A recording with the browser's own keys; what it says stands beside it. */
export const Player = ({
  url,
  lang,
  name,
}: {
  readonly url: string
  readonly lang: RecordingLanguage
  readonly name: string
}) =>
  lang === 'lsf' ? (
    <video
      controls
      muted
      playsInline
      src={url}
      className={style.video}
      aria-label={words.of(name, words.languages[lang])}
    />
  ) : (
    // What it says is written beside it, word for word.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <audio controls src={url} aria-label={words.of(name, words.languages[lang])} />
  )

import { useRef, useState } from 'react'
import type { Recording, RecordingLanguage } from '../../../shared/contract/media/recordings.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { useClip } from '../../media/clips.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import { Row } from '../../ui/Rows.tsx'
import { Player } from './Player.tsx'
import type { Line } from './recorded.ts'
import { RecordingForm } from './RecordingForm.tsx'
import style from './Recordings.module.css'

/** One thing in one language: what is recorded of it, and what can be done with that. */
export function RecordingRow({ line, lang }: { readonly line: Line; readonly lang: RecordingLanguage }) {
  const { name, detail, recording, what, first } = line
  const [open, setOpen] = useState<'player' | 'form' | 'remove' | null>(null)
  const remove = useCommand('recording.remove')
  const act = (label: string) => words.of(name, label)
  const toggle = (one: 'player' | 'form' | 'remove') => setOpen(open === one ? null : one)
  const put = useRef<HTMLButtonElement>(null)
  const erase = useRef<HTMLButtonElement>(null)
  /** What was open goes, with what had the focus: by keys, one goes on from the row, not from the page's top. */
  const close = (button: HTMLButtonElement | null) => {
    button?.focus()
    setOpen(null)
  }
  const see = lang === 'lsf' ? words.see : words.listen
  const playing = open === 'player' && recording !== undefined
  return (
    <Row align="top" className={style.row}>
      <div className={style.what}>
        <span className={style.name}>{name}</span>
        <span className={lettering.small}>{detail}</span>
      </div>
      <p className={style.state}>
        {recording
          ? words.state(Math.ceil(recording.milliseconds / 1000), words.size(recording.size))
          : words.none}
        {recording?.current === false && <strong className={style.outdated}>{words.outdated}</strong>}
      </p>
      <Acts>
        {recording && (
          <Button
            size="dense"
            aria-expanded={playing}
            aria-label={act(playing ? words.hide : see)}
            onPress={() => toggle('player')}
          >
            {playing ? words.hide : see}
          </Button>
        )}
        <Button
          ref={put}
          size="dense"
          aria-expanded={open === 'form'}
          aria-label={act(recording ? words.replace : words.add)}
          onPress={() => toggle('form')}
        >
          {recording ? words.replace : words.add}
        </Button>
        {recording && (
          <Button
            ref={erase}
            size="dense"
            kind="quiet"
            aria-expanded={open === 'remove'}
            aria-label={act(words.remove)}
            onPress={() => toggle('remove')}
          >
            {words.remove}
          </Button>
        )}
      </Acts>
      {playing && <Shown recording={recording} name={name} />}
      {open === 'form' && (
        <RecordingForm name={name} what={what} lang={lang} first={first} onDone={() => close(put.current)} />
      )}
      {open === 'remove' && recording && (
        <div role="group" aria-label={act(words.remove)} className={style.form}>
          <p>{words.removeAsk}</p>
          <Acts>
            <Button
              autoFocus
              onPress={() =>
                void remove({ recordingId: recording.recordingId }).then((result) => {
                  if ('error' in result) return
                  close(put.current)
                  say(words.removed, 'done')
                })
              }
            >
              {words.removeYes}
            </Button>
            <Button kind="quiet" onPress={() => close(erase.current)}>
              {words.removeNo}
            </Button>
          </Acts>
        </div>
      )}
    </Row>
  )
}

function Shown({ recording, name }: { readonly recording: Recording; readonly name: string }) {
  const { url, failed } = useClip(recording)
  return (
    <div className={style.form}>
      {failed && <p role="alert">{words.lost}</p>}
      {url && <Player url={url} lang={recording.lang} name={name} />}
      <p className={style.transcript} lang={recording.lang === 'lsf' ? 'fr' : recording.lang} dir="auto">
        {recording.transcript}
      </p>
    </div>
  )
}

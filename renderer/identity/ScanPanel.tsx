import { useEffect, useId, useRef } from 'react'
import { Camera, Image } from 'lucide-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { scanWords } from '../../shared/messages/identity/scan.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Panel } from '../ui/Panel.tsx'
import { useScanner } from './useScanner.ts'
import style from './ScanPanel.module.css'

/**
 * « Lire un code par la caméra ou une image »: in its own place, never over the page. Closing it, or reading a code,
 * puts the camera out; neither the picture nor what was filmed is kept.
 * @param onScan the code's text, one character a byte, separators included
 */
export function ScanPanel({
  onScan,
  onLeave,
}: {
  readonly onScan: (text: string) => void
  readonly onLeave: () => void
}) {
  const first = useRef<HTMLButtonElement>(null)
  const which = useId()
  const { camera, cameras, deviceId, said, open, stop, look, video } = useScanner(onScan)
  useKeys({ Escape: onLeave }, { whileTyping: true })
  useEffect(() => {
    first.current?.focus({ preventScroll: true })
  }, [])
  const on = camera !== 'off'
  return (
    <Panel title={scanWords.title} help={scanWords.help} leaving={{ leave: scanWords.close, onLeave }}>
      <div className={style.acts}>
        <Button
          ref={first}
          kind={on ? 'plain' : 'primary'}
          icon={<Camera aria-hidden size={18} />}
          onPress={() => (on ? stop() : open(deviceId))}
        >
          {on ? scanWords.camera.stop : scanWords.camera.open}
        </Button>
        <FileTrigger
          acceptedFileTypes={['image/*']}
          onSelect={(files) => {
            const file = files?.[0]
            if (file) look(file)
          }}
        >
          <Button icon={<Image aria-hidden size={18} />}>{scanWords.picture.choose}</Button>
        </FileTrigger>
      </div>
      {on && cameras.length > 1 && (
        <div className={style.which}>
          <label htmlFor={which}>{scanWords.camera.which}</label>
          <select id={which} value={deviceId ?? ''} onChange={({ target }) => open(target.value)}>
            {cameras.map(({ id, label }, rank) => (
              <option key={id} value={id}>
                {label === '' ? scanWords.camera.unnamed(rank + 1) : label}
              </option>
            ))}
          </select>
        </div>
      )}
      <p role="status" className={style.said}>
        {said}
      </p>
      <video
        ref={video}
        className={classes(style.video, !on && style.off)}
        aria-label={scanWords.camera.preview}
        muted
        playsInline
      />
    </Panel>
  )
}

import { useState } from 'react'
import { Camera, FileSearch } from 'lucide-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { scanWords } from '../../shared/messages/identity/scan.fr.ts'
import { verificationWords } from '../../shared/messages/documents/verification.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { useFilmed } from './useFilmed.ts'
import style from './VerificationPage.module.css'

const words = verificationWords.document

/** What is to be checked: a code that is typed, scanned, filmed or photographed, or a PDF. */
export function DocumentGiven({
  busy,
  onCode,
  onFile,
}: {
  readonly busy: boolean
  readonly onCode: (code: string) => void
  readonly onFile: (file: File) => void
}) {
  const [code, setCode] = useState('')
  const { on, said, open, stop, video } = useFilmed((read) => {
    setCode(read)
    onCode(read)
  })
  return (
    <Card label={words.title}>
      <h2 className={style.heading}>{words.title}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onCode(code)
        }}
      >
        <Field
          label={words.label}
          detail={words.detail}
          value={code}
          onChange={setCode}
          spellCheck="false"
          autoComplete="off"
          autoFocus
        />
        <div className={style.acts}>
          <Button type="submit" kind="primary">
            {words.verify}
          </Button>
          <FileTrigger
            acceptedFileTypes={['application/pdf', 'image/*']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file) onFile(file)
            }}
          >
            <Button icon={<FileSearch aria-hidden size={18} />}>{words.open}</Button>
          </FileTrigger>
          <Button icon={<Camera aria-hidden size={18} />} onPress={() => (on ? stop() : open())}>
            {on ? scanWords.camera.stop : scanWords.camera.open}
          </Button>
        </div>
      </form>
      <p className={style.said}>{words.drop}</p>
      <p role="status" className={style.said}>
        {busy ? words.reading : said}
      </p>
      <video
        ref={video}
        className={on ? style.video : style.off}
        aria-label={scanWords.camera.preview}
        muted
        playsInline
      />
    </Card>
  )
}

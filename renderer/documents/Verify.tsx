import { CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { later } from '../ui/later.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { Status } from '../ui/Status.tsx'
import style from './Documents.module.css'
import type { Verdict } from './verdict.ts'

const words = papers.verify

const ScanPanel = later(async () => (await import('../identity/ScanPanel.tsx')).ScanPanel)

const icons: Readonly<Record<Verdict['tone'], ReactNode>> = {
  done: <CircleCheck aria-hidden size={20} />,
  attention: <CircleAlert aria-hidden size={20} />,
  stop: <CircleX aria-hidden size={20} />,
}
const cards = { done: 'accent', attention: 'attention', stop: 'stop' } as const

/** What a code is worth, in a sentence; then whose it is. */
export const VerdictSaid = ({ verdict: { tone, sentence, details } }: { readonly verdict: Verdict }) => (
  <div role="status">
    <Card tone={cards[tone]} label={words.result}>
      <p className={lettering.strong}>
        <Status tone={tone} icon={icons[tone]}>
          {sentence}
        </Status>
      </p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </Card>
  </div>
)

/** A code typed, scanned, or read by the camera or from a picture. */
export function Verify({
  verdict,
  onCode,
}: {
  readonly verdict: Verdict | null
  readonly onCode: (code: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [camera, setCamera] = useState(false)
  useKeys({ KeyL: camera ? undefined : () => setCamera(true) })
  return (
    <div className={stack.apart}>
      <h2 className={lettering.heading}>{words.title}</h2>
      <p className={lettering.under}>{words.help}</p>
      {verdict && <VerdictSaid verdict={verdict} />}
      <form
        className={style.typed}
        onSubmit={(event) => {
          event.preventDefault()
          onCode(typed)
          setTyped('')
        }}
      >
        <Field
          label={words.typed}
          value={typed}
          onChange={setTyped}
          maxLength={600}
          autoComplete="off"
          spellCheck="false"
          startsFocused
        />
        <Button type="submit" kind="primary" keyCap="Entrée">
          {words.act}
        </Button>
        {!camera && (
          <Button keyCap="L" onPress={() => setCamera(true)}>
            {words.camera}
          </Button>
        )}
      </form>
      {camera && (
        <ScanPanel
          onScan={(text) => {
            setCamera(false)
            onCode(text)
          }}
          onLeave={() => setCamera(false)}
        />
      )}
    </div>
  )
}

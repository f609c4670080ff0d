import { useState } from 'react'
import { KeyRound } from 'lucide-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { wordsIn } from '../../shared/contract/letters.ts'
import { verificationWords } from '../../shared/messages/documents/verification.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { judgeKey } from './judge.ts'
import style from './VerificationPage.module.css'

const words = verificationWords.key

/** The key that documents are checked with: the page’s own, or one that is pasted or opened. */
export function KeyGiven({
  ownKey,
  chosen,
  onKey,
}: {
  readonly ownKey: string | null
  readonly chosen: string | null
  readonly onKey: (key: string | null) => void
}) {
  const [open, setOpen] = useState(ownKey === null)
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const give = (given: string) => {
    setText(given)
    const judged = wordsIn(given) === '' ? { key: ownKey } : judgeKey(given)
    setError('error' in judged ? judged.error : undefined)
    onKey('key' in judged ? judged.key : null)
  }
  return (
    <Card label={words.title}>
      <h2 className={style.heading}>{words.title}</h2>
      {chosen !== null && <p className={style.said}>{chosen === ownKey ? words.own : words.chosen}</p>}
      {open ? (
        <div className={style.fields}>
          <Field
            label={words.label}
            detail={words.detail}
            error={error}
            lines={3}
            value={text}
            onChange={give}
            spellCheck="false"
            autoComplete="off"
          />
          <FileTrigger
            onSelect={(files) => {
              const file = files?.[0]
              // A key is a line or three: a film that was chosen by mistake is not read to its end.
              if (file) void file.slice(0, 4096).text().then(give)
            }}
          >
            <Button icon={<KeyRound aria-hidden size={18} />}>{words.open}</Button>
          </FileTrigger>
        </div>
      ) : (
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {words.change}
        </Button>
      )}
    </Card>
  )
}

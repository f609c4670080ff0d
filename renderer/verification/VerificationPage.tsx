import { useEffect, useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { verificationWords as words } from '../../shared/messages/documents/verification.fr.ts'
import { Card } from '../ui/Card.tsx'
import { DocumentGiven } from './DocumentGiven.tsx'
import { judgeCode, judgePdf, isPdf, type Judged } from './judge.ts'
import { KeyGiven } from './KeyGiven.tsx'
import { codeIn } from './picture.ts'
import style from './VerificationPage.module.css'

const tones = { good: 'accent', bad: 'stop', unknown: 'attention' } as const

/** A document is checked here, in any browser, with the office’s public key alone. Nothing that is given is kept. */
export function VerificationPage({ ownKey }: { readonly ownKey: string | null }) {
  const [key, setKey] = useState(ownKey)
  const [judged, setJudged] = useState<Judged | null>(null)
  const [busy, setBusy] = useState(false)
  // The judgement shown is that of the last document given, whichever is read first.
  const turn = useRef(0)

  const look = async (file: File) => {
    const mine = ++turn.current
    setBusy(true)
    setJudged(null)
    const judgement = key === null ? lacking : await judgeFile(file, key)
    if (turn.current !== mine) return
    setBusy(false)
    setJudged(judgement)
  }
  const read = (code: string) => {
    turn.current += 1
    setBusy(false)
    setJudged(key === null ? lacking : wordsIn(code) === '' ? empty : judgeCode(code, key))
  }
  useDrop((file) => void look(file))

  return (
    <main className={style.page}>
      <header>
        <h1 className={style.title}>{words.title}</h1>
        <p>{words.help}</p>
      </header>
      <KeyGiven
        ownKey={ownKey}
        chosen={key}
        onKey={(given) => {
          setKey(given)
          setJudged(null)
        }}
      />
      <DocumentGiven busy={busy} onCode={read} onFile={(file) => void look(file)} />
      <div role="status" className={style.result}>
        {judged && <Result judged={judged} />}
      </div>
    </main>
  )
}

const lacking: Judged = { tone: 'unknown', sentence: words.key.lacks, facts: [] }
const empty: Judged = { tone: 'unknown', sentence: words.document.empty, facts: [] }

async function judgeFile(file: File, key: string): Promise<Judged> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isPdf(bytes)) return judgePdf(bytes, key)
  try {
    const code = await codeIn(file, true)
    if (code !== null) return judgeCode(code, key)
    return { tone: 'unknown', sentence: words.document.nothing, facts: [] }
  } catch {
    return { tone: 'unknown', sentence: words.document.unreadable, facts: [] }
  }
}

/** A file let go anywhere on the page. */
function useDrop(onFile: (file: File) => void): void {
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) latest.current(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}

const Result = ({ judged: { tone, sentence, facts } }: { readonly judged: Judged }) => (
  <Card tone={tones[tone]} label={words.result}>
    <p className={style.verdict}>{sentence}</p>
    {facts.length > 0 && (
      <>
        <p>{words.compare}</p>
        <dl className={style.facts}>
          {facts.map(([term, detail]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </>
    )}
  </Card>
)

import { useEffect, useState } from 'react'
import type { DocumentId } from '../../shared/contract/ids.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import type { ReceptionActs } from './acts.ts'
import style from './Done.module.css'

type Paper = { readonly documentId: DocumentId; readonly number: string }

/** The paper that an act left: seen here where no printer is, and printed again. */
export function PaperActs({
  paper,
  acts,
}: {
  readonly paper: Paper
  readonly acts: Pick<ReceptionActs, 'print' | 'readDocument'>
}) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Acts room="above">
        <Button size="dense" onPress={() => setShown(!shown)} aria-expanded={shown}>
          {shown ? words.hidePaper : words.showPaper}
        </Button>
        <Button size="dense" onPress={() => void acts.print({ documentId: paper.documentId })}>
          {words.printAgain}
        </Button>
      </Acts>
      {shown && <Frame paper={paper} acts={acts} />}
    </>
  )
}

function Frame({
  paper: { documentId, number },
  acts,
}: {
  readonly paper: Paper
  readonly acts: Pick<ReceptionActs, 'readDocument'>
}) {
  const [html, setHtml] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    const draw = async () => {
      const [document, { paperHtml }] = await Promise.all([
        acts.readDocument(documentId),
        // The encoder of codes and the typefaces are only needed to look at a paper.
        import('../documents/paper.ts'),
      ])
      if (!stale && document) setHtml(paperHtml(document))
    }
    void draw()
    return () => {
      stale = true
    }
  }, [documentId, acts])
  if (html === null) return <p>{appWords.loading}</p>
  return (
    // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
    <iframe className={style.frame} sandbox="allow-scripts" srcDoc={html} title={words.paperTitle(number)} />
  )
}

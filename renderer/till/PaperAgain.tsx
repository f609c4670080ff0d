import { useState } from 'react'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import type { Paper, TillActs } from './acts.ts'
import style from './Pay.module.css'

const words = tillPage.done

/** A paper by its number, and its key to print it again: a duplicate says that it is one. */
export function PaperAgain({
  paper,
  acts,
}: {
  readonly paper: NonNullable<Paper>
  readonly acts: Pick<TillActs, 'print'>
}) {
  const [printing, setPrinting] = useState(false)
  const print = async () => {
    if (printing) return
    setPrinting(true)
    const result = await acts.print({ documentId: paper.documentId })
    setPrinting(false)
    if ('error' in result) say(result.error.message)
    else say(words.printed(paper.number), 'done')
  }
  useKeys({ '$mod+p': () => void print() }, { whileTyping: true })
  return (
    <p className={style.paper}>
      <span>{words.paper(paper.number)}</span>
      <Button size="dense" keyCap="Ctrl P" isDisabled={printing} onPress={() => void print()}>
        {words.printAgain}
      </Button>
    </p>
  )
}

import { useEffect, useRef, useState } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Choices } from '../ui/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import stack from '../ui/Stack.module.css'
import type { Motive, ReceptionActs } from './acts.ts'
import { PanelFoot, PanelForm } from './PanelForm.tsx'
import type { DoneAct } from './Done.tsx'
import { MotiveSearch, useMotiveSearch } from './MotiveSearch.tsx'
import style from './Piece.module.css'

/** A piece that a file lacked, brought afterwards: it is received at once, and leaves its dated receipt. */
export function Piece({
  motives,
  open,
  acts,
  onDone,
}: {
  readonly motives: readonly Motive[]
  readonly open: boolean
  readonly acts: Pick<ReceptionActs, 'serve'>
  readonly onDone: (done: DoneAct) => void
}) {
  const search = useMotiveSearch(motives.filter(({ purpose }) => purpose === 'request'))
  const { chosen, motive } = search
  const [label, setLabel] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [others, setOthers] = useState<readonly string[]>([])
  const [other, setOther] = useState('')
  const [busy, setBusy] = useState(false)
  const act = useRef<HTMLButtonElement>(null)
  const pieces = useRef<HTMLDivElement>(null)
  const usual = motive?.bring.map(({ title }) => title.fr) ?? []
  // One typed and not yet added counts: nothing that was said may be lost.
  const brought = [...new Set([...ticked, ...(wordsIn(other) === '' ? [] : [wordsIn(other)])])].slice(0, 20)

  const choose = (next: Motive) => {
    search.choose(next)
    setLabel(next.title.fr)
    setTicked([])
    setOthers([])
  }
  // The motive said, the pieces are next.
  useEffect(() => {
    if (chosen !== null) pieces.current?.querySelector<HTMLInputElement>('[type="checkbox"], input')?.focus()
  }, [chosen])
  const reset = () => {
    search.clear()
    setLabel('')
    setTicked([])
    setOthers([])
    setOther('')
  }
  const add = () => {
    const piece = wordsIn(other)
    if (piece === '') return
    if (!usual.includes(piece)) setOthers([...new Set([...others, piece])])
    setTicked([...new Set([...ticked, piece])])
    setOther('')
  }
  const receive = async () => {
    if (!motive) {
      if (search.first) choose(search.first)
      return
    }
    if (busy || !open || brought.length === 0 || wordsIn(label) === '') return
    setBusy(true)
    const result = await acts.serve({
      serviceId: motive.serviceId,
      outcome: 'filed',
      label: wordsIn(label),
      pieces: brought,
    })
    setBusy(false)
    if ('error' in result) return
    reset()
    const { number, document } = result.output
    onDone({ is: 'received', motive: wordsIn(label), number, paper: document })
  }

  return (
    <PanelForm
      title={words.acts.pieces.title}
      onAct={() => void receive()}
      onCancel={reset}
      foot={
        <PanelFoot
          act={act}
          label={words.receipt}
          disabled={!open || !motive || brought.length === 0 || wordsIn(label) === ''}
          hint={
            open
              ? brought.length > 0
                ? words.piecesSaid(brought.length)
                : words.pieceFirst
              : words.dayClosed
          }
          onCancel={reset}
        />
      }
    >
      <MotiveSearch search={search} shown={motive ? [motive] : search.found} onChoose={choose} />
      {motive && (
        <Group title={words.pieces}>
          <div ref={pieces} className={stack.apart}>
            {usual.length + others.length > 0 && (
              <Choices
                label={words.pieces}
                values={ticked}
                onChange={setTicked}
                options={[...usual, ...others].map((title) => ({ value: title, title }))}
              />
            )}
            <div className={style.other}>
              <Field
                label={words.otherPiece}
                value={other}
                onChange={setOther}
                maxLength={200}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || wordsIn(other) === '') return
                  event.preventDefault()
                  add()
                }}
              />
              <Button onPress={add} isDisabled={wordsIn(other) === ''}>
                {words.addPiece}
              </Button>
            </div>
            <Field label={words.pieceLabel} value={label} onChange={setLabel} maxLength={200} />
          </div>
        </Group>
      )}
    </PanelForm>
  )
}
